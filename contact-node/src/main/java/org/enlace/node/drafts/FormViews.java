package org.enlace.node.drafts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.node.casefile.CaseAddress;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.Headlines;
import org.enlace.node.casefile.PermissionWords;
import org.enlace.node.casefile.RemarkWords;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lays out a form for a page.
@Component
final class FormViews {
    private static final int COUNTRIES_SHOWN = 3;

    private final Families families;
    private final Codes codes;
    private final RecipientViews recipients;
    private final UrgencyViews urgencies;
    private final SideViews sides;
    private final CaseFiles files;
    private final Headlines headlines;
    private final PermissionWords permissions;
    private final RemarkWords remarks;
    private final Releases releases;
    private final ReleasePasts pasts;
    private final FileViews written;
    private final GroupViews groups;
    private final FieldLabels fields;

    FormViews(
            Families families,
            Codes codes,
            RecipientViews recipients,
            UrgencyViews urgencies,
            SideViews sides,
            CaseFiles files,
            Headlines headlines,
            PermissionWords permissions,
            RemarkWords remarks,
            Releases releases,
            ReleasePasts pasts,
            FileViews written,
            GroupViews groups,
            FieldLabels fields) {
        this.fields = fields;
        this.written = written;
        this.groups = groups;
        this.families = families;
        this.files = files;
        this.headlines = headlines;
        this.permissions = permissions;
        this.remarks = remarks;
        this.releases = releases;
        this.pasts = pasts;
        this.codes = codes;
        this.recipients = recipients;
        this.urgencies = urgencies;
        this.sides = sides;
    }

    /// @param points what stands in the way now
    /// @param tried whether the officer has tried to send, so that points are shown at their fields
    FormView of(Draft draft, Typing.Reading reading, List<Typing.Point> points, boolean tried, PageContext page) {
        var family = families.of(draft.type());
        var errors = tried ? points.stream().filter(Typing.Point::blocks).toList() : List.<Typing.Point>of();
        var look = new Look(draft.values(), byField(errors), about(reading), page);
        var number = 1;
        var leading = new ArrayList<FormView.Part>();
        var corrects = reading.wanted().outline().corrects();
        if (corrects != null) {
            leading.add(part(CommonCards.CORRECTION, number++, look));
        }
        for (var card : family.leading()) {
            leading.add(part(card, number, look));
            number += step(card);
        }
        var languages = Interpreters.wanted(reading.wanted().message());
        var chosen = recipients.of(number++, draft, languages, look.error("recipients"), page);
        var urgency = urgencies.of(number++, draft, family, look, page);
        var parts = new ArrayList<FormView.Part>();
        var closed = draft.keeps().stream()
                .flatMap(part -> family.askingFor(part).stream())
                .toList();
        for (var card : family.cards()) {
            parts.add(closed.contains(card) ? closed(card, number, page) : part(card, number, look));
            number += step(card);
        }
        parts.add(part(CommonCards.WORDS, number++, look));
        if (corrects == null && !family.handledAsReplied()) {
            parts.add(part(CommonCards.HANDLING, number++, look));
        }
        return new FormView(
                "/drafts/" + draft.id(),
                page.text(corrects == null ? family.title() : "compose.correction.title"),
                draft.reference().value(),
                draft.savedAt(),
                corrects == null ? replied(reading, page) : corrected(corrects, reading, page),
                corrects != null,
                returned(draft, page),
                leading,
                chosen,
                urgency,
                parts,
                corrects == null ? written.of(draft, page) : written.staying(draft, corrects, page),
                number + ". " + page.text("compose.files"),
                errors.stream()
                        .map(point -> new FormView.Fault(point.field(), point.named()))
                        .toList(),
                sides.of(draft, family, reading, points, page));
    }

    private @Nullable MessageType about(Typing.Reading reading) {
        var id = reading.wanted().outline().inReplyTo();
        return id == null
                ? null
                : files.find(id).map(message -> message.gist().type()).orElse(null);
    }

    private @Nullable ReleasePast returned(Draft draft, PageContext page) {
        return releases.find(draft.message())
                .filter(pending -> pending.state() == ReleaseState.RETURNED)
                .flatMap(pending -> releases.steps(pending.message()).reversed().stream()
                        .filter(step -> step.kind() == ReleaseStep.Kind.RETURNED)
                        .findFirst())
                .map(step -> pasts.of(List.of(step), page).getFirst())
                .orElse(null);
    }

    /// A draft that nobody changes now.
    Waiting waiting(Draft draft, Typing.Reading reading, PageContext page) {
        var pending = releases.find(draft.message());
        return new Waiting(
                "/drafts/" + draft.id(),
                page.text(families.of(draft.type()).title()),
                draft.reference().value(),
                pending.map(Pending::since).orElse(draft.savedAt()),
                pasts.of(releases.steps(draft.message()), page),
                groups.of(reading.wanted().group(), page),
                side(draft, reading, List.of(), page));
    }

    private FormView.@Nullable Replied replied(Typing.Reading reading, PageContext page) {
        var id = reading.wanted().outline().inReplyTo();
        return id == null ? null : message(id, page);
    }

    /// What it takes up stands beside it.
    private FormView.@Nullable Replied corrected(MessageId version, Typing.Reading reading, PageContext page) {
        var message = message(version, page);
        var takesUp = reading.wanted().outline().takesUp();
        var proposal = takesUp == null ? null : message(takesUp, page);
        return message == null || proposal == null
                ? message
                : new FormView.Replied(message.path(), message.headline(), proposal.items());
    }

    private FormView.@Nullable Replied message(MessageId id, PageContext page) {
        return files.find(id)
                .map(message -> new FormView.Replied(
                        CaseAddress.of(message),
                        headlines.marked(message, page.locale()),
                        Stream.concat(
                                        permissions.items(message, page.locale()).stream(),
                                        remarks.items(message, page.locale()).stream())
                                .toList()))
                .orElse(null);
    }

    FormView.Side side(Draft draft, Typing.Reading reading, List<Typing.Point> points, PageContext page) {
        return sides.of(draft, families.of(draft.type()), reading, points, page);
    }

    private static FormView.Part closed(Card card, int number, PageContext page) {
        return new FormView.Part(card.id(), number + ". " + page.text(card.title()), List.of(), List.of(), null, true);
    }

    private FormView.Part part(Card card, int number, Look look) {
        var asked = card.questions().stream()
                .map(question -> asked(question, "", look))
                .toList();
        var when = card.when();
        var title = look.page().text(card.title());
        return new FormView.Part(
                card.id(),
                when == null ? number + ". " + title : title,
                asked,
                card.groups().stream().map(group -> repeated(group, look)).toList(),
                when == null ? null : String.join(" ", when.answers()),
                false);
    }

    /// A card that is only sometimes there has no number, so that none is missing when it is not.
    private static int step(Card card) {
        return card.when() == null ? 1 : 0;
    }

    private FormView.Repeated repeated(Card.Group group, Look look) {
        var entries = new ArrayList<FormView.Entry>();
        for (var number : look.values().numbers(group.name())) {
            var prefix = group.name() + "." + number + ".";
            entries.add(new FormView.Entry(
                    number,
                    look.page().text(group.title(), "n", entries.size() + 1),
                    group.questions().stream()
                            .map(question -> asked(question, prefix, look))
                            .toList()));
        }
        return new FormView.Repeated(group.name(), look.page().text(group.add()), entries);
    }

    private FormView.Asked asked(Question question, String prefix, Look look) {
        var name = prefix + question.name();
        var page = look.page();
        var hint = question.hint();
        var field = new Field(
                name,
                page.text(question.label()),
                look.values().raw(name),
                hint == null ? null : page.text(hint),
                look.error(name));
        var chosen = look.values().all(name);
        var reader = page.locale();
        var none = page.text("compose.none");
        var list = question.list();
        var choices = switch (question.kind()) {
            case SELECT -> Codes.optional(none, codes.choices(required(list), reader, chosen));
            case CHECKS, RADIOS -> codes.choices(required(list), reader, chosen);
            case FIELD -> Codes.optional(none, Codes.kept(fields.choices(look.about(), reader, chosen), chosen));
            case COUNTRY -> Codes.optional(none, codes.countries(reader, chosen));
            case LANGUAGE -> Codes.optional(none, codes.languages(reader, chosen));
            case COUNTRIES -> codes.countries(reader, chosen);
            case CITIZENSHIPS -> codes.citizenships(page, chosen);
            case TEXT, AREA, DATE, MOMENT, NUMBER, TICK -> List.<Choice>of();
        };
        return new FormView.Asked(question, field, choices);
    }

    private static String required(@Nullable String list) {
        if (list == null) {
            throw new IllegalStateException("A question with choices names their list");
        }
        return list;
    }

    private static Map<String, String> byField(List<Typing.Point> points) {
        var byField = new LinkedHashMap<String, String>();
        points.forEach(point -> byField.merge(
                point.field(),
                point.text(),
                (first, more) -> point.field().equals("recipients") ? first + " " + more : first));
        return byField;
    }

    /// How many selects a question for several countries shows.
    static int shown(List<String> chosen) {
        return Math.max(COUNTRIES_SHOWN, chosen.size() + 1);
    }

    /// What every part of the layout needs.
    ///
    /// @param about what kind of message it is about; null if it replies to none
    record Look(
            Values values,
            Map<String, String> errors,
            @Nullable MessageType about,
            PageContext page) {
        @Nullable
        String error(String field) {
            return errors.get(field);
        }
    }
}
