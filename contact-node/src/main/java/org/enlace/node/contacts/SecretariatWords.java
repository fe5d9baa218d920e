package org.enlace.node.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.enlace.message.NodeId;
import org.enlace.node.contacts.SecretariatProposals.Outcome.Refused;
import org.enlace.node.contacts.SecretariatProposals.Point;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the proposal into the words of whoever makes it.
@Component
class SecretariatWords {
    private static final int NOTES = 5;

    private final SecretariatProposals proposals;

    SecretariatWords(SecretariatProposals proposals) {
        this.proposals = proposals;
    }

    /// @param refused null if nothing was tried
    SecretariatScreen screen(String typed, @Nullable Refused refused, PageContext page) {
        return new SecretariatScreen(
                holder(page),
                IntStream.rangeClosed(1, NOTES)
                        .mapToObj(note -> page.text("directory.secretariat.note." + note))
                        .toList(),
                Field.of("member", page.text("directory.secretariat.member"))
                        .error(refused == null ? null : String.join(" ", points(refused, page))),
                members(typed, page));
    }

    private String holder(PageContext page) {
        var holder = proposals.holder();
        if (holder == null) {
            return page.text("directory.secretariat.nobody");
        }
        return page.text(
                proposals.rests() ? "directory.secretariat.rests" : "directory.secretariat.is",
                "country",
                page.country(holder));
    }

    private List<Choice> members(String typed, PageContext page) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of("", page.text("directory.secretariat.choose"), typed.isEmpty()));
        proposals.candidates().stream()
                .map(code ->
                        Choice.of(code.value(), page.country(code), code.value().equals(typed)))
                .sorted((one, other) -> one.label().compareToIgnoreCase(other.label()))
                .forEach(choices::add);
        return choices;
    }

    private static List<String> points(Refused refused, PageContext page) {
        return refused.points().stream()
                .map(point -> point(point, refused.unreached(), page))
                .toList();
    }

    static String point(Point point, List<NodeId> unreached, PageContext page) {
        return page.text(
                "directory.point." + point.code(),
                "countries",
                unreached.stream().map(page::country).sorted().collect(Collectors.joining(", ")));
    }
}
