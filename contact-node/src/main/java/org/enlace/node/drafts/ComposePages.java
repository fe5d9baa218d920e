package org.enlace.node.drafts;

import java.util.UUID;
import org.enlace.message.MessageType;
import org.enlace.message.Proposal;
import org.enlace.node.access.Access;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseAddress;
import org.enlace.node.casefile.CaseReading;
import org.enlace.node.casefile.Corrections;
import org.enlace.node.casefile.OpenedMessage;
import org.enlace.node.casefile.Reading;
import org.enlace.node.exchange.SendingStopped;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Redirect;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Writing a message in the console. Every button is a plain submit, so it works without scripts, and what was typed
/// is saved before anything else.
@Controller
class ComposePages {
    private final OwnDrafts drafts;
    private final DraftDesk desk;
    private final ChosenGroups groups;
    private final Releasing releasing;
    private final FormViews views;
    private final ComposeForms forms;
    private final WrittenFiles files;
    private final Typing typing;
    private final Families families;
    private final CaseReading reading;
    private final Corrections corrections;
    private final AccessRules rules;

    ComposePages(
            OwnDrafts drafts,
            DraftDesk desk,
            ChosenGroups groups,
            Releasing releasing,
            FormViews views,
            ComposeForms forms,
            WrittenFiles files,
            Typing typing,
            Families families,
            CaseReading reading,
            Corrections corrections,
            AccessRules rules) {
        this.drafts = drafts;
        this.desk = desk;
        this.groups = groups;
        this.forms = forms;
        this.files = files;
        this.releasing = releasing;
        this.reading = reading;
        this.corrections = corrections;
        this.views = views;
        this.typing = typing;
        this.families = families;
        this.rules = rules;
    }

    @PostMapping("/drafts")
    @Access(Action.WRITE_DRAFT)
    Object begin(
            @RequestParam MessageType type,
            @RequestParam(required = false) @Nullable String inReplyTo,
            @RequestParam(required = false) @Nullable String corrects,
            @RequestParam(required = false) @Nullable String takesUp,
            @RequestParam(required = false) @Nullable String holder,
            Officer officer) {
        var family = families.find(type).orElseThrow(Unseen::new);
        if (!rules.mayOpen(officer, family.writing())) {
            throw new Unseen();
        }
        if (corrects != null) {
            return correct(family, corrects, takesUp, officer);
        }
        return family.replies() ? reply(family, inReplyTo, holder, officer) : to(desk.begin(family, officer));
    }

    /// The sender's condition comes first, as for everything that the message says.
    ///
    /// @param holder who shall have what is replied to, if that is what is asked for
    private Object reply(Family family, @Nullable String inReplyTo, @Nullable String holder, Officer officer) {
        return switch (reading.open(CaseAddress.id(inReplyTo), officer, CaseReading.SUMMARY)) {
            case Reading.Open<OpenedMessage>(var open) -> to(desk.reply(family, open, holder, officer));
            case Reading.ConditionFirst<OpenedMessage> first -> Redirect.to(CaseAddress.of(first.message()));
            case Reading.Behind<OpenedMessage>(var entry) -> Redirect.to(CaseAddress.of(entry));
            case Reading.Sealed<OpenedMessage>(var entry) -> Redirect.to(CaseAddress.of(entry));
            case Reading.NotThere<OpenedMessage> _ -> throw new Unseen();
        };
    }

    /// @param takesUp the proposal that the officer accepts by it, if that is why
    private Object correct(Family family, String corrects, @Nullable String takesUp, Officer officer) {
        var proposal = takesUp == null ? null : proposal(takesUp, officer);
        var standing = corrections
                .ours(CaseAddress.id(corrects), officer)
                .filter(found -> found.message().gist().type() == family.type())
                .orElseThrow(Unseen::new);
        return switch (reading.open(standing.message().id(), officer, CaseReading.PERSONS)) {
            case Reading.Open<OpenedMessage>(var open) ->
                desk.correct(family, standing, open, proposal, officer)
                        .<Object>map(ComposePages::to)
                        .orElseGet(() -> forms.notHere(family, standing.message(), officer));
            default -> throw new Unseen();
        };
    }

    private OpenedMessage proposal(String takesUp, Officer officer) {
        return switch (reading.open(CaseAddress.id(takesUp), officer, CaseReading.SUMMARY)) {
            case Reading.Open<OpenedMessage>(var open) when open.message() instanceof Proposal -> open;
            default -> throw new Unseen();
        };
    }

    private static Object to(Draft draft) {
        return Redirect.to("/drafts/" + draft.id());
    }

    @GetMapping("/drafts/{id}")
    @Access(Action.WRITE_DRAFT)
    Object show(@PathVariable UUID id, Officer officer, PageContext page) {
        return switch (drafts.look(id, officer)) {
            case OwnDrafts.Own.Closed(var draft, var why) -> forms.closed(draft, why, officer, page);
            case OwnDrafts.Own.Open(var draft) -> show(draft, officer, page);
        };
    }

    private Object show(Draft draft, Officer officer, PageContext page) {
        if (draft.sent()) {
            return Redirect.to("/cases/" + draft.reference());
        }
        return draft.waiting()
                ? Page.of("compose/waiting").with("waiting", views.waiting(draft, typing.read(draft), page))
                : forms.of(draft, false, officer, page);
    }

    @PostMapping("/drafts/{id}")
    @Access(Action.WRITE_DRAFT)
    Object act(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            Officer officer,
            PageContext page) {
        var submitted = Submitted.of(form);
        return switch (drafts.look(id, officer)) {
            case OwnDrafts.Own.Closed closed -> actClosed(closed, submitted, officer, page);
            case OwnDrafts.Own.Open(var draft) -> act(draft, submitted, officer, page);
        };
    }

    /// What is closed is taken back and deleted, and nothing else: what a page that was open before holds is not kept.
    private Object actClosed(OwnDrafts.Own.Closed closed, Submitted submitted, Officer officer, PageContext page) {
        var draft = closed.draft();
        if (draft.waiting() && submitted.act().equals("take-back")) {
            releasing.takeBack(draft.message(), officer);
            return to(draft);
        }
        if (!draft.waiting() && submitted.act().equals("delete")) {
            desk.delete(draft, officer);
            return Redirect.to("/");
        }
        return forms.closed(draft, closed.why(), officer, page).status(HttpStatus.CONFLICT);
    }

    private Object act(Draft draft, Submitted submitted, Officer officer, PageContext page) {
        if (draft.sent()) {
            return Redirect.to("/cases/" + draft.reference());
        }
        if (draft.waiting()) {
            if (submitted.act().equals("take-back")) {
                releasing.takeBack(draft.message(), officer);
            }
            return to(draft);
        }
        return switch (desk.keep(draft, submitted.stand(), false, before -> values(submitted, before), officer)) {
            case DraftDesk.Keeping.Kept(var typed) -> done(typed, submitted, officer, page);
            case DraftDesk.Keeping.Overtaken overtaken -> forms.overtaken(overtaken, officer, page);
        };
    }

    private Object done(Draft typed, Submitted submitted, Officer officer, PageContext page) {
        submitted.removedFile().ifPresent(file -> files.remove(typed.message(), file, officer));
        return switch (submitted.act()) {
            case "send" -> send(typed, officer, page);
            case "delete" -> {
                desk.delete(typed, officer);
                yield Redirect.to(home(typed.type()));
            }
            case "close" -> Redirect.to(home(typed.type()));
            default -> Redirect.to("/drafts/" + typed.id() + submitted.anchor());
        };
    }

    /// A group is chosen with the members that it has at this moment. What is corrected goes to who has it.
    private Values values(Submitted submitted, Values before) {
        var values = submitted.values(before);
        return submitted.act().equals("choose-group") && values.one(Draft.CORRECTS) == null
                ? groups.chosen(values).orElse(values)
                : values;
    }

    /// Saves what was typed and shows again what stands beside the form.
    @PostMapping("/drafts/{id}/side")
    @Access(Action.WRITE_DRAFT)
    Page side(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            Officer officer,
            PageContext page) {
        var draft = drafts.open(id, officer);
        var submitted = Submitted.of(form);
        return switch (desk.keep(draft, submitted.stand(), true, submitted::values, officer)) {
            case DraftDesk.Keeping.Kept(var typed) -> side(typed, officer, page);
            // The page says so, and goes on holding what was typed.
            case DraftDesk.Keeping.Overtaken overtaken ->
                side(overtaken.now(), officer, page).status(HttpStatus.CONFLICT);
        };
    }

    private Page side(Draft draft, Officer officer, PageContext page) {
        var reading = typing.read(draft);
        var points = typing.points(draft, reading, officer, page);
        return Page.of("compose/side").with("side", views.side(draft, reading, points, page));
    }

    private Object send(Draft draft, Officer officer, PageContext page) {
        var reading = typing.read(draft);
        if (!reading.misfits().isEmpty()) {
            return forms.of(draft, true, officer, page);
        }
        try {
            return switch (desk.send(draft, reading.wanted(), officer)) {
                case Sending.Outcome.Sent sent -> Redirect.to("/cases/" + sent.reference());
                case Sending.Outcome.Waits _ -> to(draft);
                case Sending.Outcome.Refused(var breaches) -> {
                    var form = forms.of(draft, true, officer, page);
                    yield CorrectionChecks.overtaken(breaches) ? form.status(HttpStatus.CONFLICT) : form;
                }
            };
        } catch (SendingStopped stopped) {
            return forms.of(draft, true, officer, page);
        }
    }

    static String home(MessageType type) {
        return switch (type) {
            case CASE_ALERT -> "/alerts";
            case INFORMATION_REQUEST, INFORMATION_RESPONSE -> "/information";
            case VICTIM_ASSISTANCE_REQUEST, VICTIM_REFERRAL, IDENTITY_VERIFICATION, IDENTITY_VERIFICATION_ANSWER ->
                "/assistance";
            case ROUTE_REPORT, MODUS_OPERANDI_REPORT -> "/reports";
            default -> "/cases";
        };
    }
}
