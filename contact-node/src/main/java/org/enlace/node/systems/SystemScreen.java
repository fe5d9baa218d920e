package org.enlace.node.systems;

import java.util.List;
import org.enlace.node.access.ApiSystem;
import org.enlace.node.access.SystemCertificate;
import org.enlace.node.web.Field;
import org.jspecify.annotations.Nullable;

/// One system, with what the reader may do.
///
/// @param state of texts `systems.state.…`
/// @param keeps whether the reader may change it at all
/// @param refused what stood against the last act and belongs to no field, null if nothing did
public record SystemScreen(
        ApiSystem system,
        String state,
        String sources,
        String lastDay,
        boolean keeps,
        @Nullable String refused,
        List<Line> certificates,
        SystemsScreen.TermsForm terms,
        Field certificate) {
    public SystemScreen {
        certificates = List.copyOf(certificates);
    }

    /// @param state of texts `systems.certificate.…`
    /// @param valid from when to when, in words
    /// @param lastCall in words
    /// @param refused when and why it was turned away last, null if it never was
    public record Line(
            SystemCertificate certificate,
            String state,
            String valid,
            String lastCall,
            @Nullable String refused) {}

    public String path() {
        return "/systems/" + system.officer().pseudonym();
    }

    /// Whether anything may be asked for it now.
    public boolean open() {
        return keeps && !system.waiting() && !state.equals("refused");
    }
}
