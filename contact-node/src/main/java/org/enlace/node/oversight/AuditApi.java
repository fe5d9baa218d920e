package org.enlace.node.oversight;

import java.time.Instant;
import java.util.List;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.audit.AuditCheck;
import org.enlace.node.audit.AuditFilter;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.audit.AuditedEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The audit log for an inspector's own tools.
@RestController
@RequestMapping(path = "/api/v1/audit", produces = MediaType.APPLICATION_JSON_VALUE)
class AuditApi {
    private final AuditLog log;
    private final Verification verification;

    AuditApi(AuditLog log, Verification verification) {
        this.log = log;
        this.verification = verification;
    }

    @GetMapping
    @Access(Action.READ_AUDIT)
    Answer list(
            @RequestParam(required = false) @Nullable String officer,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String object,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(defaultValue = "0") long before) {
        var found = log.list(
                new AuditFilter(officer, action, object, from, until),
                before <= 0 ? Long.MAX_VALUE : before,
                AuditSearch.PAGE + 1);
        var shown = found.subList(0, Math.min(found.size(), AuditSearch.PAGE));
        return new Answer(
                shown.stream().map(AuditApi::entry).toList(),
                found.size() > AuditSearch.PAGE ? shown.getLast().seq() : null);
    }

    @GetMapping("/verification")
    @Access(Action.READ_AUDIT)
    VerificationAnswer verify(Officer officer) {
        return switch (verification.by(officer)) {
            case AuditCheck.Intact(long entries, var head) -> new VerificationAnswer(true, entries, head, null, null);
            case AuditCheck.Broken(long seq, var why) -> new VerificationAnswer(false, seq - 1, null, seq, why);
        };
    }

    private static EntryAnswer entry(AuditedEntry audited) {
        var entry = audited.entry();
        return new EntryAnswer(
                audited.seq(),
                audited.at(),
                entry.actor(),
                entry.action(),
                entry.objectId(),
                entry.purpose(),
                entry.outcome(),
                audited.prev(),
                audited.hash());
    }

    /// @param before to ask for the entries before these; null when there are none
    record Answer(List<EntryAnswer> entries, @Nullable Long before) {}

    record EntryAnswer(
            long number,
            Instant at,
            String officer,
            String action,
            String object,
            @Nullable String purpose,
            String outcome,
            String prev,
            String hash) {}

    /// @param soundUpTo number of the last entry up to which the chain holds
    /// @param head hash of the last entry; null if the chain is broken
    /// @param brokenAt the first place where it does not hold; null if it does everywhere
    record VerificationAnswer(
            boolean unbroken,
            long soundUpTo,
            @Nullable String head,
            @Nullable Long brokenAt,
            AuditCheck.@Nullable Flaw flaw) {}
}
