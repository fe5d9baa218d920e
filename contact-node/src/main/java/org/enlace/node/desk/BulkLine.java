package org.enlace.node.desk;

import java.util.List;
import java.util.UUID;

/// What became of one item of several.
///
/// @param reference of its case; empty where there is none for this officer
/// @param codes `DONE`, `TAKEN`, `MOVED_ON`, `NOT_THERE`, or all that stands against it
/// @param text the same in the words of the reader
public record BulkLine(UUID item, String reference, String message, String headline, List<String> codes, String text) {
    public BulkLine {
        codes = List.copyOf(codes);
    }

    public boolean done() {
        return codes.equals(List.of("DONE"));
    }
}
