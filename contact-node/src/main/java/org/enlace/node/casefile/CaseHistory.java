package org.enlace.node.casefile;

import java.util.List;

/// What there is of a case for one officer, without any part being opened.
///
/// @param messages oldest first
/// @param events about these, oldest first
public record CaseHistory(List<MessageEntry> messages, List<CaseEvent> events) {
    public CaseHistory {
        messages = List.copyOf(messages);
        events = List.copyOf(events);
    }
}
