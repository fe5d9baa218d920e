package org.enlace.node.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.Compartment;
import org.enlace.message.NodeId;
import org.enlace.message.Release;
import org.enlace.node.NodeSettings;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.web.Choice;
import org.enlace.node.web.LocalMoment;
import org.enlace.node.web.Names;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What stands beside a form: what a recipient will see, in the recipient's language; what opens only for some, and for
/// whom; what is still open before it can go.
@Component
final class SideViews {
    private final Codes codes;
    private final Texts texts;
    private final CurrentDirectory directory;
    private final NodeSettings settings;
    private final WrittenFiles files;
    private final GroupViews groups;
    private final FieldLabels fields;

    SideViews(
            Codes codes,
            Texts texts,
            CurrentDirectory directory,
            NodeSettings settings,
            WrittenFiles files,
            GroupViews groups,
            FieldLabels fields) {
        this.fields = fields;
        this.files = files;
        this.groups = groups;
        this.codes = codes;
        this.texts = texts;
        this.directory = directory;
        this.settings = settings;
    }

    FormView.Side of(Draft draft, Family family, Typing.Reading reading, List<Typing.Point> points, PageContext page) {
        var recipients = draft.values().all("recipients");
        var as = draft.values().one("as");
        var seenBy = as != null && recipients.contains(as)
                ? as
                : recipients.stream().findFirst().orElse(null);
        var language = seenBy == null ? page.locale() : language(seenBy);
        var urgency = reading.wanted().outline().urgency();
        var rows = new ArrayList<FormView.Row>();
        var hidden = new ArrayList<String>();
        Stream.of(family.leading(), family.cards(), List.of(CommonCards.HANDLING))
                .flatMap(List::stream)
                .filter(card -> card.isAsked(draft.values()))
                .forEach(card -> collect(card, draft.values(), language, page, rows, hidden));
        var release = files.release(reading.wanted());
        var blocked = points.stream().anyMatch(Typing.Point::blocks);
        return new FormView.Side(
                draft.savedAt(),
                language.getLanguage(),
                recipients.stream()
                        .map(code -> Choice.of(code, page.country(code), code.equals(seenBy)))
                        .toList(),
                codes.label("urgency", urgency.name(), language),
                UrgencyViews.icon(urgency),
                style(urgency),
                codes.label("message-type", draft.type().name(), language),
                Objects.requireNonNullElse(draft.values().one("subject"), ""),
                Names.country(language, directory.self().code()),
                rows,
                hidden.stream().distinct().toList(),
                readers(
                        family,
                        recipients,
                        groups.line(reading.wanted().group(), page),
                        !files.of(draft.message()).isEmpty(),
                        page),
                open(points, page),
                !blocked,
                recipients.size(),
                send(release, recipients.size(), page),
                sendWhat(release, page));
    }

    private static String send(Release release, int recipients, PageContext page) {
        return switch (release) {
            case ALONE, THEN_REVIEWED -> page.text("compose.send", "n", recipients);
            case BY_SECOND_PERSON -> page.text("compose.send.ask");
        };
    }

    private static String sendWhat(Release release, PageContext page) {
        return switch (release) {
            case ALONE -> page.text("compose.send.what");
            case THEN_REVIEWED -> page.text("compose.send.review");
            case BY_SECOND_PERSON -> page.text("compose.send.second");
        };
    }

    /// Class names of the design call the third level by its older name.
    private static String style(Urgency urgency) {
        return urgency == Urgency.NORMAL ? "PRIORITY" : urgency.name();
    }

    private void collect(
            Card card, Values values, Locale language, PageContext page, List<FormView.Row> rows, List<String> hidden) {
        card.questions().forEach(question -> collect(question, "", values, language, page, rows, hidden));
        for (var group : card.groups()) {
            for (var number : values.numbers(group.name())) {
                var prefix = group.name() + "." + number + ".";
                group.questions().forEach(question -> collect(question, prefix, values, language, page, rows, hidden));
            }
        }
    }

    private void collect(
            Question question,
            String prefix,
            Values values,
            Locale language,
            PageContext page,
            List<FormView.Row> rows,
            List<String> hidden) {
        var given = values.all(prefix + question.name());
        if (given.isEmpty()) {
            return;
        }
        if (question.withheld()) {
            hidden.add(page.text(question.label()));
            return;
        }
        var list = question.list();
        var shown = given.stream()
                .map(value -> switch (question.kind()) {
                    case SELECT, CHECKS, RADIOS -> list == null ? value : codes.label(list, value, language);
                    case COUNTRY, COUNTRIES, CITIZENSHIPS -> Names.country(language, value);
                    case LANGUAGE -> codes.label("language", value, language);
                    case TICK -> texts.get(language, "compose.yes");
                    case MOMENT ->
                        LocalMoment.of(value, settings.zone())
                                .map(LocalMoment::inWords)
                                .orElse(value);
                    case FIELD ->
                        FieldOfMessage.read(value)
                                .flatMap(field -> fields.of(field.part(), field.pointer(), language))
                                .orElse(value);
                    case TEXT, AREA, DATE, NUMBER -> value;
                })
                .collect(Collectors.joining(", "));
        var free = question.kind() == Question.Kind.TEXT || question.kind() == Question.Kind.AREA;
        rows.add(new FormView.Row(texts.get(language, question.label()), shown, free));
    }

    private static List<FormView.Reader> readers(
            Family family, List<String> recipients, @Nullable String group, boolean files, PageContext page) {
        var readers = new ArrayList<FormView.Reader>();
        if (group != null) {
            readers.add(new FormView.Reader(page.text("compose.group"), group));
        }
        if (!recipients.isEmpty()) {
            readers.add(new FormView.Reader(
                    page.text("compose.read.at"),
                    recipients.stream().map(page::country).collect(Collectors.joining(", "))));
        }
        readers.add(reader(Compartment.ALERT, page));
        for (var part : family.guarded()) {
            readers.add(reader(part, page));
        }
        if (files) {
            var who = family.type().isForCare() ? "compose.read.files.care" : "compose.read.files.who";
            readers.add(new FormView.Reader(page.text("compose.files"), page.text(who)));
        }
        return readers;
    }

    private static FormView.Reader reader(Compartment part, PageContext page) {
        return switch (part) {
            case POLICE -> new FormView.Reader(page.text("compose.read.police"), page.text("compose.read.police.who"));
            case PROTECTION ->
                new FormView.Reader(page.text("compose.read.protection"), page.text("compose.read.protection.who"));
            case IDENTITY ->
                new FormView.Reader(page.text("compose.read.identity"), page.text("compose.read.identity.who"));
            case ALERT, ATTACHMENTS ->
                new FormView.Reader(page.text("compose.read.header"), page.text("compose.read.header.who"));
        };
    }

    private List<FormView.Open> open(List<Typing.Point> points, PageContext page) {
        var open = new ArrayList<FormView.Open>();
        open.add(new FormView.Open(null, page.text("compose.before.signed", "node", page.nodeName()), true));
        for (var point : points) {
            open.add(new FormView.Open(point.field(), point.named(), false));
        }
        return open;
    }

    /// The first of the console's languages that the recipient's desk reads.
    private Locale language(String recipient) {
        return directory.current().member(new NodeId(recipient)).stream()
                .flatMap(member -> member.contact().languages().stream())
                .map(SideViews::locale)
                .findFirst()
                .orElse(Texts.LANGUAGES.getFirst());
    }

    private static Locale locale(String iso6393) {
        return Texts.LANGUAGES.stream()
                .filter(language -> language.getISO3Language().equals(iso6393))
                .findFirst()
                .orElse(Texts.LANGUAGES.getFirst());
    }
}
