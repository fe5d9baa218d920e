package org.enlace.node.drafts;

import java.util.List;

/// A numbered part of a form: some questions, then perhaps groups of questions that are answered any number of times.
///
/// @param id in the page, and where errors without a field of their own link to
/// @param title key of its text
public record Card(String id, String title, List<Question> questions, List<Group> groups) {
    public Card {
        questions = List.copyOf(questions);
        groups = List.copyOf(groups);
    }

    public static Card of(String id, String title, Question... questions) {
        return new Card(id, title, List.of(questions), List.of());
    }

    public Card with(Group... repeated) {
        return new Card(id, title, questions, List.of(repeated));
    }

    /// @param name prefix of its fields
    /// @param title key of the text over each entry, with `{n}`
    /// @param add key of the text of the button that adds an entry
    public record Group(String name, String title, String add, List<Question> questions) {}
}
