package org.enlace.node.export;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseEvent;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.OpenedMessage;

/// What leaves, and what stays behind.
///
/// @param messages oldest first, each with the parts that this officer opens
/// @param files of each that has any, by the id under which this node knows it
/// @param excerpts what of further messages their providers permitted to use, and nothing else of them
/// @param events about these messages, oldest first
record CaseExport(
        CaseReference reference,
        ExportPurpose purpose,
        boolean persons,
        Officer by,
        Instant at,
        List<OpenedMessage> messages,
        Map<MessageId, List<ExportFiles.One>> files,
        List<Excerpt> excerpts,
        List<Behind> behind,
        List<CaseEvent> events) {
    CaseExport {
        messages = List.copyOf(messages);
        files = Map.copyOf(files);
        excerpts = List.copyOf(excerpts);
        behind = List.copyOf(behind);
        events = List.copyOf(events);
    }

    /// The files of one message that leaves; none if it has none.
    List<ExportFiles.One> filesOf(OpenedMessage open) {
        return files.getOrDefault(open.entry().id(), List.of());
    }

    record Behind(MessageEntry message, LeftOut why) {}
}
