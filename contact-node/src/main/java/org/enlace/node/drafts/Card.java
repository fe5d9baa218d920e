package org.enlace.node.drafts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A numbered part of a form: some questions, then perhaps groups of questions that are answered any number of times.
///
/// @param id in the page, and where errors without a field of their own link to
/// @param title key of its text
/// @param when on which other answer it depends whether it is asked; null if it always is
public record Card(
        String id,
        String title,
        List<Question> questions,
        List<Group> groups,
        @Nullable When when) {
    public Card {
        questions = List.copyOf(questions);
        groups = List.copyOf(groups);
    }

    public static Card of(String id, String title, Question... questions) {
        return new Card(id, title, List.of(questions), List.of(), null);
    }

    public Card with(Group... repeated) {
        return new Card(id, title, questions, List.of(repeated), when);
    }

    /// The same, asked only when one of these answers was given to that question.
    public Card when(String question, String... answers) {
        return new Card(id, title, questions, groups, new When(question, List.of(answers)));
    }

    /// The same without some of its questions.
    public Card without(String... names) {
        var left = questions.stream()
                .filter(question -> !List.of(names).contains(question.name()))
                .toList();
        return new Card(id, title, left, groups, when);
    }

    /// The same with one more question at its end.
    public Card and(Question question) {
        var all = new ArrayList<>(questions);
        all.add(question);
        return new Card(id, title, all, groups, when);
    }

    /// Whether it is asked, as far as these values say.
    boolean isAsked(Values values) {
        return when == null || values.all(when.question()).stream().anyMatch(when.answers()::contains);
    }

    public record When(String question, List<String> answers) {
        public When {
            answers = List.copyOf(answers);
        }
    }

    /// @param name prefix of its fields
    /// @param title key of the text over each entry, with `{n}`
    /// @param add key of the text of the button that adds an entry
    public record Group(String name, String title, String add, List<Question> questions) {}
}
