package org.enlace.node.drafts;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
    private final ClosedDrafts closed;
    private final AccessRules rules;

    Homes(
            Families families,
            DraftDesk desk,
            MessageLists messages,
            Releases releases,
            ClosedDrafts closed,
            AccessRules rules) {
        this.closed = closed;
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
        var drafts = drafts(writable, officer);
        var shut = closed.why(drafts, officer);
        var unsent = drafts.stream()
                .map(draft -> shut.containsKey(draft.id())
                        ? closed(draft, page)
                        : unsent(draft, states.get(draft.message()), page))
                .toList();
        var home = new Home(path, page.text(title), begin, unsent, messages.of(types, before, page));
        return Page.of("compose/home").with("home", home);
    }

    /// What may be written here, and what may not be written anywhere any more: its own page may be closed too.
    private List<Draft> drafts(List<Family> here, Officer officer) {
        var anywhere = StreamSupport.stream(families.all().spliterator(), false)
                .filter(family -> rules.mayOpen(officer, family.writing()))
                .map(Family::type)
                .toList();
        var elsewhere = anywhere.isEmpty() ? List.<Draft>of() : desk.ofOthers(officer, anywhere);
        return Stream.concat(
                        here.stream().flatMap(family -> desk.of(officer, family.type()).stream()), elsewhere.stream())
                .sorted(Comparator.comparing(Draft::savedAt).reversed())
                .toList();
    }

    private Home.Unsent unsent(Draft draft, @Nullable ReleaseState state, PageContext page) {
        return new Home.Unsent(
                "/drafts/" + draft.id(),
                page.text(families.of(draft.type()).title()),
                draft.reference().value(),
                draft.values().one("subject"),
                draft.savedAt(),
                state(state, page));
    }

    private Home.Unsent closed(Draft draft, PageContext page) {
        return new Home.Unsent(
                "/drafts/" + draft.id(),
                page.text(families.of(draft.type()).title()),
                null,
                null,
                draft.savedAt(),
                page.text("compose.closed.state"));
    }

    private static @Nullable String state(@Nullable ReleaseState state, PageContext page) {
        if (state == null) {
            return null;
        }
        return page.text(state == ReleaseState.RETURNED ? "release.state.returned" : "release.state.waiting");
    }
}
