package org.enlace.node.systems;

import java.util.List;
import org.enlace.node.access.ApiSystem;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.jspecify.annotations.Nullable;

/// All systems, a page at a time.
///
/// @param next address of the page after this, null if there is none
/// @param closed whether this node has no port for systems
/// @param form for a new system, null for who may not add any
public record SystemsScreen(
        List<Line> systems,
        boolean first,
        @Nullable String next,
        boolean closed,
        @Nullable Form form) {
    public SystemsScreen {
        systems = List.copyOf(systems);
    }

    /// @param state of texts `systems.state.…`
    /// @param until when its newest certificate or the system itself ends, in words
    /// @param lastCall in words
    public record Line(ApiSystem system, String state, String until, String lastCall) {}

    public record Form(Field name, Field contact, Field purpose, TermsForm terms, Field certificate) {

        public List<Field> fields() {
            return List.of(name, contact, purpose, terms.roles(), terms.sources(), terms.lastDay(), certificate);
        }
    }

    public record TermsForm(Field roles, List<Choice> allRoles, Field sources, Field lastDay) {
        public TermsForm {
            allRoles = List.copyOf(allRoles);
        }

        public List<Field> fields() {
            return List.of(roles, sources, lastDay);
        }
    }
}
