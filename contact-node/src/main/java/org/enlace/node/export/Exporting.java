package org.enlace.node.export;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.handling.HandlingCode;
import org.enlace.message.CaseReference;
import org.enlace.message.Compartment;
import org.enlace.message.MessageId;
import org.enlace.message.Mode;
import org.enlace.message.UsePermissionRequest;
import org.enlace.node.access.Officer;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.casefile.CaseEvent;
import org.enlace.node.casefile.CaseEventKind;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CaseHistory;
import org.enlace.node.casefile.CaseReading;
import org.enlace.node.casefile.Doing;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.OpenedMessage;
import org.enlace.node.casefile.Reading;
import org.enlace.node.casefile.Side;
import org.enlace.node.casefile.UsePermission;
import org.enlace.node.casefile.UsePermissions;
import org.enlace.node.export.CaseExport.Behind;
import org.enlace.node.export.ExportOutcome.CatchingUp;
import org.enlace.node.export.ExportOutcome.Made;
import org.enlace.node.export.ExportOutcome.NotThere;
import org.enlace.node.export.ExportOutcome.Nothing;
import org.enlace.node.export.ExportOutcome.PurposeUnknown;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes a case file out of the node. What may not leave stays behind and is named; of what leaves, each message gets a
/// line in its case and in the audit log, so that a later recall is answered truthfully.
@Component
class Exporting {
    private final CaseReading reading;
    private final CaseFiles files;
    private final ExportFiles exported;
    private final UsePermissions permissions;
    private final AuditLog audit;
    private final Clock clock;

    Exporting(
            CaseReading reading,
            CaseFiles files,
            ExportFiles exported,
            UsePermissions permissions,
            AuditLog audit,
            Clock clock) {
        this.reading = reading;
        this.files = files;
        this.exported = exported;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    /// What would stay behind, without opening anything; empty if the case is not there for this officer.
    ///
    /// @param leaving how many messages would leave whole
    /// @param inPart of how many more some fields would
    /// @param mode what is not meant of it; null if all of it is
    record Plan(
            ExportPurpose purpose,
            int leaving,
            int inPart,
            List<Behind> behind,
            @Nullable Mode mode) {}

    @Transactional(readOnly = true)
    public Optional<Plan> plan(CaseReference reference, ExportPurpose purpose, Officer officer) {
        return reading.history(reference, officer).map(history -> {
            var behind = behind(history, purpose);
            return new Plan(
                    purpose,
                    history.messages().size() - behind.size(),
                    inPart(behind).size(),
                    behind,
                    history.messages().stream()
                            .map(MessageEntry::mode)
                            .filter(mode -> mode != Mode.ACTUAL)
                            .findFirst()
                            .orElse(null));
        });
    }

    /// @param purpose code of [ExportPurpose]
    /// @param persons whether to open what is said about persons, as far as the officer may
    /// @param written what becomes of it before it counts as taken out
    @Transactional
    public <T> ExportOutcome<T> make(
            CaseReference reference,
            String purpose,
            boolean persons,
            Officer officer,
            Function<CaseExport, T> written) {
        var history = reading.history(reference, officer);
        if (history.isEmpty()) {
            return new NotThere<>();
        }
        var what = ExportPurpose.of(purpose);
        if (what.isEmpty()) {
            return new PurposeUnknown<>();
        }
        var behind = new ArrayList<>(behind(history.get(), what.get()));
        var inPart = inPart(behind);
        var stays = behind.stream()
                .map(each -> each.message().id())
                .filter(id -> !inPart.contains(id))
                .collect(Collectors.toSet());
        var wanted = persons ? CaseReading.PERSONS : CaseReading.SUMMARY;
        var opened = new ArrayList<OpenedMessage>();
        var excerpts = new ArrayList<Excerpt>();
        for (var message : history.get().messages()) {
            if (stays.contains(message.id())) {
                continue;
            }
            var granted =
                    inPart.contains(message.id()) ? permissions.inCourt(message) : List.<UsePermission.Granted>of();
            switch (reading.open(message.id(), officer, granted.isEmpty() ? wanted : parts(granted, wanted))) {
                case Reading.Open<OpenedMessage>(var open) when granted.isEmpty() -> opened.add(open);
                case Reading.Open<OpenedMessage>(var open) -> excerpts.add(new Excerpt(open, granted));
                case Reading.ConditionFirst<OpenedMessage> _ -> stays(behind, message, LeftOut.CONDITION_UNREAD);
                case Reading.Sealed<OpenedMessage> _ -> stays(behind, message, LeftOut.SEALED);
                case Reading.Behind<OpenedMessage> _ -> {
                    return new CatchingUp<>();
                }
                case Reading.NotThere<OpenedMessage> _ -> {
                    return new NotThere<>();
                }
            }
        }
        if (opened.isEmpty() && excerpts.isEmpty()) {
            return new Nothing<>(behind);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var export = new CaseExport(
                reference,
                what.get(),
                persons,
                officer,
                now,
                opened,
                attached(opened, officer),
                excerpts,
                behind,
                events(history.get(), opened));
        var done = written.apply(export);
        opened.forEach(open -> record(open.entry(), what.get(), officer, now));
        excerpts.forEach(excerpt -> record(excerpt.message().entry(), what.get(), officer, now));
        return new Made<>(done);
    }

    private Map<MessageId, List<ExportFiles.One>> attached(List<OpenedMessage> opened, Officer officer) {
        var attached = new HashMap<MessageId, List<ExportFiles.One>>();
        for (var open : opened) {
            var found = exported.of(open, officer);
            if (!found.isEmpty()) {
                attached.put(open.entry().id(), found);
            }
        }
        return attached;
    }

    /// Nothing is opened of which nothing leaves.
    private static Set<Compartment> parts(List<UsePermission.Granted> granted, Set<Compartment> wanted) {
        var parts = EnumSet.copyOf(Excerpt.parts(granted));
        parts.retainAll(wanted);
        return parts;
    }

    private static Set<MessageId> inPart(List<Behind> behind) {
        return behind.stream()
                .filter(each -> each.why() == LeftOut.IN_PART)
                .map(each -> each.message().id())
                .collect(Collectors.toSet());
    }

    private static void stays(List<Behind> behind, MessageEntry message, LeftOut why) {
        behind.removeIf(each -> each.message().id().equals(message.id()));
        behind.add(new Behind(message, why));
    }

    private void record(MessageEntry message, ExportPurpose purpose, Officer officer, Instant now) {
        files.hold(message);
        files.recordOwn(
                message, CaseEventKind.EXPORTED, officer, new Doing(purpose.name(), CaseEvent.Words.NONE), null, now);
        audit.write(new AuditEntry(
                officer.pseudonym(), "EXPORT_" + purpose, message.id().toString(), null, AuditEntry.DONE));
    }

    /// About what leaves alone: what was written about the rest stays with it.
    private static List<CaseEvent> events(CaseHistory history, List<OpenedMessage> opened) {
        var leaves = opened.stream().map(open -> open.entry().id()).collect(Collectors.toSet());
        return history.events().stream()
                .filter(event -> event.message() != null && leaves.contains(event.message()))
                .toList();
    }

    private List<Behind> behind(CaseHistory history, ExportPurpose purpose) {
        return history.messages().stream()
                .flatMap(message -> why(message, purpose).map(why -> new Behind(message, why)).stream())
                .toList();
    }

    private Optional<LeftOut> why(MessageEntry message, ExportPurpose purpose) {
        if (message.sealed()) {
            return Optional.of(LeftOut.SEALED);
        }
        if (message.protectionOnly()) {
            return Optional.of(LeftOut.PROTECTION_ONLY);
        }
        if (purpose == ExportPurpose.COURT) {
            if (permissions.takenBack(message, UsePermissionRequest.COURT)) {
                return Optional.of(LeftOut.CONSENT_ENDED);
            }
            if (message.side() == Side.RECEIVED
                    && reading.handling(message).code() != HandlingCode.H0
                    && !permissions.letUseInCourt(message)) {
                return Optional.of(permissions.inCourt(message).isEmpty() ? LeftOut.NEEDS_PERMISSION : LeftOut.IN_PART);
            }
        }
        return Optional.empty();
    }
}
