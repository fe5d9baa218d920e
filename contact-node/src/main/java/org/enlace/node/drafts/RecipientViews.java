package org.enlace.node.drafts;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.enlace.directory.Member;
import org.enlace.directory.MemberStatus;
import org.enlace.message.NodeId;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.web.Choice;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The partners that a message can be sent to, with what an officer wants to know before choosing.
@Component
final class RecipientViews {
    private final CurrentDirectory directory;
    private final Codes codes;
    private final Clock clock;

    RecipientViews(CurrentDirectory directory, Codes codes, Clock clock) {
        this.directory = directory;
        this.codes = codes;
        this.clock = clock;
    }

    FormView.Recipients of(int number, Draft draft, @Nullable String error, PageContext page) {
        var chosen = draft.values().all("recipients");
        var picked = chosen.stream().map(code -> chosen(code, page)).toList();
        var offered = directory.partners().stream()
                .filter(this::reachable)
                .map(member -> member.code())
                .filter(code -> !chosen.contains(code.value()))
                .map(code -> Choice.of(code.value(), page.country(code), false))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
        return new FormView.Recipients(number, picked, offered, error);
    }

    /// Active, and with keys that may be encrypted to now.
    private boolean reachable(Member member) {
        return member.status() == MemberStatus.ACTIVE
                && member.encryptionPair(clock.instant()).isPresent();
    }

    private FormView.Chosen chosen(String code, PageContext page) {
        var member = code.matches("[A-Z]{2}") ? directory.current().member(new NodeId(code)) : Optional.<Member>empty();
        if (member.isEmpty()) {
            return new FormView.Chosen(code, code, page.text("compose.recipients.unknown"), true);
        }
        var ok = reachable(member.get());
        return new FormView.Chosen(
                code,
                page.country(code),
                ok ? facts(member.get(), page) : page.text("compose.recipients.no-keys"),
                !ok);
    }

    private String facts(Member member, PageContext page) {
        var contact = member.contact();
        var local = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
                .format(clock.instant().atZone(ZoneId.of(contact.zone())));
        return page.text(
                "compose.recipients.facts",
                "unit",
                contact.unit(),
                "city",
                contact.city(),
                "time",
                local,
                "languages",
                names(contact.languages(), page.locale()));
    }

    private String names(List<String> languages, Locale reader) {
        return languages.stream()
                .map(language -> codes.label("language", language, reader))
                .collect(Collectors.joining(", "));
    }
}
