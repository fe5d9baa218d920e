package org.enlace.node.drafts;

import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.enlace.directory.MemberStatus;
import org.enlace.node.contacts.Contact;
import org.enlace.node.contacts.Contacts;
import org.enlace.node.web.Choice;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The partners that a message can be sent to, with what an officer wants to know before choosing, and those it cannot
/// be sent to, with the reason.
@Component
final class RecipientViews {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Contacts contacts;
    private final GroupViews groups;
    private final Codes codes;
    private final Clock clock;

    RecipientViews(Contacts contacts, GroupViews groups, Codes codes, Clock clock) {
        this.contacts = contacts;
        this.groups = groups;
        this.codes = codes;
        this.clock = clock;
    }

    /// @param languages in which somebody may have to interpret, empty if nobody must
    FormView.Recipients of(int number, Draft draft, List<String> languages, @Nullable String error, PageContext page) {
        var now = clock.instant();
        var chosen = draft.values().all("recipients");
        var partners = contacts.partners();
        var names = Collator.getInstance(page.locale());
        var others = partners.stream()
                .filter(partner -> !chosen.contains(partner.code().value()))
                .toList();
        return new FormView.Recipients(
                number,
                chosen.stream()
                        .map(code -> chosen(code, partners, languages, now, page))
                        .toList(),
                offered(others, languages, names, now, page),
                groups.offered(draft.values(), page),
                groups.chosen(draft.values(), page),
                groups.singled(draft.values(), page),
                others.stream()
                        .filter(partner -> !partner.canBeWrittenTo(now))
                        .map(partner -> shut(partner, page))
                        .sorted(Comparator.comparing(FormView.Shut::name, names))
                        .toList(),
                error);
    }

    /// Those first that can speak with the person.
    private List<Choice> offered(
            List<Contact> others, List<String> languages, Collator names, Instant now, PageContext page) {
        return others.stream()
                .filter(partner -> partner.canBeWrittenTo(now))
                .sorted(Comparator.comparing((Contact partner) -> !Interpreters.canSpeak(partner.point(), languages))
                        .thenComparing(partner -> page.country(partner.code()), names))
                .map(partner -> Choice.of(partner.code().value(), offer(partner, languages, now, page), false))
                .toList();
    }

    private String offer(Contact partner, List<String> languages, Instant now, PageContext page) {
        var country = page.country(partner.code());
        var name = speech(partner, languages, page)
                .map(speech -> page.text("web.pair", "name", country, "value", speech))
                .orElse(country);
        return partner.silentSince(now)
                .map(since -> page.text("compose.recipients.offer.silent", "name", name, "time", page.time(since)))
                .orElse(name);
    }

    /// That somebody there speaks with the person; empty if the directory says of nobody.
    private Optional<String> speech(Contact partner, List<String> languages, PageContext page) {
        return Interpreters.interpreted(partner.point(), languages)
                .map(language -> spoken("compose.recipients.interpreter", language, page))
                .or(() -> Interpreters.read(partner.point(), languages)
                        .map(language -> spoken("compose.recipients.reads", language, page)));
    }

    private String spoken(String key, String language, PageContext page) {
        return page.text(key, "language", codes.label("language", language, page.locale()));
    }

    private static FormView.Shut shut(Contact partner, PageContext page) {
        var why = partner.member().status() == MemberStatus.ACTIVE
                ? page.text("compose.recipients.keyless")
                : page.text("compose.recipients.inactive");
        return new FormView.Shut(
                page.country(partner.code()), why, partner.point().emergencyPhone());
    }

    private FormView.Chosen chosen(
            String code, List<Contact> partners, List<String> languages, Instant now, PageContext page) {
        var found = partners.stream()
                .filter(partner -> partner.code().value().equals(code))
                .findFirst();
        if (found.isEmpty()) {
            return new FormView.Chosen(code, code, page.text("compose.recipients.unknown"), null, false, true);
        }
        var partner = found.get();
        var name = page.country(code);
        if (!partner.canBeWrittenTo(now)) {
            return new FormView.Chosen(code, name, page.text("compose.recipients.no-keys"), null, false, true);
        }
        var phone = partner.point().emergencyPhone();
        var silent = partner.silentSince(now);
        var reach = silent.map(
                        since -> page.text("compose.recipients.silent", "time", page.time(since), "phone", phone))
                .orElseGet(() -> page.text("compose.recipients.phone", "phone", phone));
        var speech = speech(partner, languages, page);
        return new FormView.Chosen(
                code,
                name,
                facts(partner, now, page) + ". " + off(partner, now, page) + reach,
                speech.or(() -> languages.stream()
                                .findFirst()
                                .map(language -> spoken("compose.recipients.no-interpreter", language, page)))
                        .orElse(null),
                speech.isPresent(),
                silent.isPresent());
    }

    private String facts(Contact partner, Instant now, PageContext page) {
        var point = partner.point();
        var interpreters = point.interpreters().isEmpty()
                ? ""
                : ". "
                        + page.text(
                                "compose.recipients.interpreters",
                                "languages",
                                names(point.interpreters(), page.locale()));
        return page.text(
                        "compose.recipients.facts",
                        "unit",
                        point.unit(),
                        "city",
                        point.city(),
                        "time",
                        CLOCK.format(partner.localTime(now)),
                        "languages",
                        names(point.languages(), page.locale()))
                + interpreters;
    }

    private static String off(Contact partner, Instant now, PageContext page) {
        return partner.worksAgain(now)
                .map(day -> page.text("directory.calendar.off", "day", page.date(day)) + " ")
                .orElse("");
    }

    private String names(List<String> languages, Locale reader) {
        return languages.stream()
                .map(language -> codes.label("language", language, reader))
                .collect(Collectors.joining(", "));
    }
}
