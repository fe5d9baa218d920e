package org.enlace.node.contacts;

import java.text.Collator;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.enlace.code.CodeList;
import org.enlace.code.CodeLists;
import org.enlace.directory.SigningPair;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;

/// Puts contact points into words, and finds them by those words.
@Component
class ContactLines {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final int HOLIDAYS_SHOWN = 6;

    private final Contacts contacts;
    private final CodeLists lists;

    ContactLines(Contacts contacts, CodeLists lists) {
        this.contacts = contacts;
        this.lists = lists;
    }

    /// By the name of the country, as the reader's language sorts.
    ///
    /// @param words what was searched for: each word must occur somewhere in a line, accents do not count
    /// @param function code of list `role`; empty for any
    List<ContactLine> all(String words, String function, PageContext page) {
        var wanted = folded(words).split(" ", -1);
        var names = Collator.getInstance(page.locale());
        return contacts.everyone().stream()
                .filter(contact -> function.isEmpty() || contact.point().roles().contains(function))
                .map(contact -> line(contact, page))
                .filter(line -> matches(line, wanted))
                .sorted(Comparator.comparing(ContactLine::country, names))
                .toList();
    }

    Optional<ContactLine> find(String code, PageContext page) {
        return contacts.find(code).map(contact -> line(contact, page));
    }

    CodeList functions() {
        return lists.list("role");
    }

    private ContactLine line(Contact contact, PageContext page) {
        var point = contact.point();
        var now = page.now();
        var keyEnds = contact.keyEnds(now);
        var today = contact.localTime(now).toLocalDate();
        return new ContactLine(
                contact.code().value(),
                page.country(contact.code()),
                contact.relation(),
                contact.member().status(),
                point.unit(),
                point.city(),
                CLOCK.format(contact.localTime(now)),
                names("role", point.roles(), page),
                names("language", point.languages(), page),
                names("language", point.interpreters(), page),
                point.hours(),
                point.calendar() != null,
                restDays(contact, page),
                contact.calendar().holidays().stream()
                        .filter(day -> !day.isBefore(today))
                        .sorted()
                        .limit(HOLIDAYS_SHOWN)
                        .map(page::date)
                        .toList(),
                contact.worksAgain(now).map(page::date).orElse(null),
                point.emergencyPhone(),
                point.emergencyPhone().replaceAll("[^0-9+]", ""),
                contact.keys(now),
                keyEnds.orElse(null),
                keyEnds.map(end -> days(now, end)).orElse(0L),
                contact.member().signingPair(now).map(SigningPair::notAfter).orElse(null),
                contact.standing().lastHeard(),
                contact.silentSince(now).orElse(null),
                contact.standing().unanswered());
    }

    private static String restDays(Contact contact, PageContext page) {
        var days = contact.calendar().weekend();
        return days.isEmpty()
                ? page.text("directory.calendar.rest.none")
                : days.stream().sorted().map(page::weekday).collect(Collectors.joining(", "));
    }

    private static long days(Instant now, Instant end) {
        return Duration.between(now, end).toDays();
    }

    private String names(String list, List<String> codes, PageContext page) {
        return codes.stream()
                .map(code -> lists.list(list).label(code, page.locale()))
                .collect(Collectors.joining(", "));
    }

    private static boolean matches(ContactLine line, String[] wanted) {
        var text = folded(String.join(
                " ",
                line.country(),
                line.code(),
                line.unit(),
                line.city(),
                line.functions(),
                line.languages(),
                line.interpreters()));
        for (var word : wanted) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }
}
