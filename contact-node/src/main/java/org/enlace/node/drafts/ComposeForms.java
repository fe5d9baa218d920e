package org.enlace.node.drafts;

import java.util.List;
import java.util.stream.Stream;
import org.enlace.message.MessageId;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Role;
import org.enlace.node.casefile.CaseAddress;
import org.enlace.node.casefile.ClosedParts;
import org.enlace.node.casefile.Corrections;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// The page on which a draft is written, with what stands in its way.
@Component
class ComposeForms {
    private final FormViews views;
    private final Typing typing;
    private final DraftDesk desk;
    private final ClosedParts closed;
    private final Corrections corrections;
    private final Families families;

    ComposeForms(
            FormViews views,
            Typing typing,
            DraftDesk desk,
            ClosedParts closed,
            Corrections corrections,
            Families families) {
        this.closed = closed;
        this.corrections = corrections;
        this.families = families;
        this.desk = desk;
        this.views = views;
        this.typing = typing;
    }

    /// @param tried whether the officer has tried to send it
    Page of(Draft draft, boolean tried, Officer officer, PageContext page) {
        return of(draft, tried, List.of(), officer, page);
    }

    /// @param against what came of the files that were just added
    Page of(Draft draft, boolean tried, List<String> against, Officer officer, PageContext page) {
        var reading = typing.read(draft);
        var points = typing.points(draft, reading, officer, page);
        var view = views.of(draft, reading, points, tried, page);
        var shown = shown(against.isEmpty() ? view : view.with("files", against), draft, "");
        return tried || !against.isEmpty() ? shown.status(HttpStatus.UNPROCESSABLE_CONTENT) : shown;
    }

    /// What an overtaken page had, not kept: its officer compares and says which it is to be.
    Page overtaken(DraftDesk.Keeping.Overtaken overtaken, Officer officer, PageContext page) {
        var draft = overtaken.typed();
        var reading = typing.read(draft);
        var view = views.of(draft, reading, typing.points(draft, reading, officer, page), false, page);
        var said = page.text(
                "compose.overtaken", "time", page.clock(overtaken.now().savedAt()));
        return shown(view, draft, said).holds(true).status(HttpStatus.CONFLICT);
    }

    /// Who corrects what this form does not: somebody who reads the part that is closed to this officer, or the program
    /// that sent it.
    Page notHere(Family family, MessageEntry message, Officer officer) {
        return Page.of("compose/not-here")
                .with("path", CaseAddress.of(message))
                .with("closed", closed.of(message, officer).stream().sorted().toList())
                .with("who", who(family, message, officer))
                .status(HttpStatus.CONFLICT);
    }

    private List<Role> who(Family family, MessageEntry message, Officer officer) {
        return closed.readers(message, closed.of(message, officer), officer).stream()
                .filter(role -> role.permits(family.writing()))
                .toList();
    }

    /// That the officer's own draft is kept but closed, and what can be done.
    ///
    /// @param draft as it was kept
    Page closed(Draft draft, ClosedDrafts.Why why, Officer officer, PageContext page) {
        var family = families.of(draft.type());
        var who = switch (why) {
            case ROLE ->
                Stream.of(Role.values())
                        .filter(role -> role.permits(family.writing()))
                        .toList();
            case PART ->
                Stream.ofNullable(draft.values().one(Draft.CORRECTS))
                        .flatMap(version -> corrections.ours(MessageId.parse(version), officer).stream())
                        .flatMap(standing -> who(family, standing.message(), officer).stream())
                        .toList();
            case MESSAGE -> List.<Role>of();
        };
        var until = draft.waiting() ? null : page.day(draft.savedAt().plus(Drafts.KEPT));
        return Page.of("compose/closed")
                .with(
                        "draft",
                        new ClosedDraft(
                                "/drafts/" + draft.id(),
                                page.text(family.title()),
                                page.text("compose.saved", "time", page.time(draft.savedAt())),
                                page.text("compose.closed.why." + why),
                                until,
                                who));
    }

    /// @param overtaken what to say of another page that was faster; empty if none was
    private Page shown(FormView view, Draft draft, String overtaken) {
        return Page.of("compose/compose")
                .with("form", view)
                .with("stand", desk.stand(draft).toString())
                .with("overtaken", overtaken);
    }
}
