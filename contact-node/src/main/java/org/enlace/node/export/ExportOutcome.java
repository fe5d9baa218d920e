package org.enlace.node.export;

import java.util.List;

/// What became of an export that was asked for.
sealed interface ExportOutcome<T> {
    record Made<T>(T export) implements ExportOutcome<T> {}

    record PurposeUnknown<T>() implements ExportOutcome<T> {}

    /// Every message of the case stays behind.
    record Nothing<T>(List<CaseExport.Behind> behind) implements ExportOutcome<T> {}

    /// The node has yet to take in what the sender of one of the messages sent while there was no contact.
    record CatchingUp<T>() implements ExportOutcome<T> {}

    /// It is not there, or not for this officer.
    record NotThere<T>() implements ExportOutcome<T> {}
}
