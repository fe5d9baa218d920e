package org.enlace.node.drafts;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.enlace.message.MessageType;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.MessageLists;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The entry page of a kind of messages: what can be begun, what was begun, what was sent and received.
@Component
public class Homes {
    private final Families families;
    private final DraftDesk desk;
    private final MessageLists messages;
    private final Releases releases;
    private final AccessRules rules;

    Homes(Families families, DraftDesk desk, MessageLists messages, Releases releases, AccessRules rules) {
        this.families = families;
        this.desk = desk;
        this.messages = messages;
        this.releases = releases;
        this.rules = rules;
    }

    /// @param path of the page
    /// @param title key of its text
    /// @param before from the link to older ones
    public Page page(
            String path,
            String title,
            Collection<MessageType> types,
            @Nullable String before,
            Officer officer,
            PageContext page) {
        var writable = types.stream()
                .map(families::of)
                .filter(family -> rules.mayOpen(officer, family.writing()))
                .toList();
        var begin = writable.stream()
                .filter(family -> !family.replies())
                .map(family -> new Home.Begin(family.type().name(), page.text(family.title())))
                .toList();
        var states = releases.of(officer.id()).stream().collect(Collectors.toMap(Pending::message, Pending::state));
        var unsent = writable.stream()
                .flatMap(family -> desk.of(officer, family.type()).stream())
                .sorted(Comparator.comparing(Draft::savedAt).reversed())
                .map(draft -> new Home.Unsent(
                        "/drafts/" + draft.id(),
                        page.text(families.of(draft.type()).title()),
                        draft.reference().value(),
                        draft.values().one("subject"),
                        draft.savedAt(),
                        state(states.get(draft.message()), page)))
                .toList();
        var home = new Home(path, page.text(title), begin, unsent, messages.of(types, before, page));
        return Page.of("compose/home").with("home", home);
    }

    private static @Nullable String state(@Nullable ReleaseState state, PageContext page) {
        if (state == null) {
            return null;
        }
        return page.text(state == ReleaseState.RETURNED ? "release.state.returned" : "release.state.waiting");
    }
}
