package org.enlace.node.copy;

import java.util.List;
import org.enlace.node.casefile.MessageEntry;

/// What became of a copy that was asked for.
sealed interface CopyOutcome<T> {
    record Made<T>(T copy) implements CopyOutcome<T> {}

    record Refused<T>(List<Point> points) implements CopyOutcome<T> {}

    /// The sender of one of the messages set a condition that the officer reads first.
    record ConditionFirst<T>(MessageEntry message) implements CopyOutcome<T> {}

    /// The node has yet to take in what the sender of one of the messages sent while there was no contact.
    record Behind<T>(MessageEntry message) implements CopyOutcome<T> {}

    /// It is not there, not for this officer, or not about one person.
    record NotThere<T>() implements CopyOutcome<T> {}
}
