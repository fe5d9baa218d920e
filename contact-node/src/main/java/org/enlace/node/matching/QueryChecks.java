package org.enlace.node.matching;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.enlace.code.CodeLists;
import org.enlace.directory.Member;
import org.enlace.matching.Blinded;
import org.enlace.matching.Identifier;
import org.enlace.matching.Normalised.Unusable;
import org.enlace.matching.Normalised.Usable;
import org.enlace.message.CaseReference;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.AlertMatching;
import org.enlace.node.casefile.CaseReading;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.exchange.Outbox;
import org.enlace.node.matching.Asking.Objection;
import org.enlace.node.matching.Asking.Point;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Everything that stands against a query, at once.
@Component
class QueryChecks {
    private final CaseReading reading;
    private final AlertMatching alerts;
    private final TableRows tables;
    private final CurrentDirectory directory;
    private final Outbox outbox;
    private final CodeLists lists;
    private final Clock clock;

    QueryChecks(
            CaseReading reading,
            AlertMatching alerts,
            TableRows tables,
            CurrentDirectory directory,
            Outbox outbox,
            CodeLists lists,
            Clock clock) {
        this.reading = reading;
        this.alerts = alerts;
        this.tables = tables;
        this.directory = directory;
        this.outbox = outbox;
        this.lists = lists;
        this.clock = clock;
    }

    /// What may be asked, as far as nothing stands against it.
    ///
    /// @param mode that of the case: an exercise is asked about as one
    /// @param purpose null if it is none of the list
    record Checked(
            @Nullable CaseReference reference,
            Mode mode,
            List<Identifier> identifiers,
            List<NodeId> partners,
            @Nullable String purpose,
            List<Objection> against) {}

    Checked check(Asking asking, Officer officer) {
        var against = new ArrayList<Objection>();
        var seen = reference(asking.reference())
                .flatMap(reference -> reading.history(reference, officer))
                .filter(history -> !history.messages().isEmpty());
        if (seen.isEmpty()) {
            against.add(Objection.of(Point.CASE_UNSEEN));
        }
        var purpose = code(asking.purpose(), "purpose", Point.PURPOSE_MISSING, against);
        code(asking.legalBasis(), "legal-basis", Point.LEGAL_BASIS_MISSING, against);
        var identifiers = identifiers(asking.identifiers(), against);
        var newest = seen.map(history -> history.messages().getLast());
        var reference = newest.map(message -> message.reference()).orElse(null);
        var mode = newest.map(message -> message.mode()).orElse(Mode.ACTUAL);
        var partners = partners(asking.partners(), reference, mode, against);
        return new Checked(reference, mode, identifiers, partners, purpose, against);
    }

    private @Nullable String code(String code, String list, Point point, List<Objection> against) {
        if (lists.list(list).find(code).filter(known -> known.inUse()).isEmpty()) {
            against.add(Objection.of(point));
            return null;
        }
        return code;
    }

    /// Those that are usable, each once.
    static List<Identifier> identifiers(List<Asking.Written> written, List<Objection> against) {
        if (written.isEmpty()) {
            against.add(Objection.of(Point.IDENTIFIER_NONE));
        }
        if (written.size() > Blinded.ELEMENTS_MAX) {
            against.add(Objection.of(Point.IDENTIFIER_TOO_MANY));
            return List.of();
        }
        var found = new LinkedHashSet<Identifier>();
        for (var one : written) {
            var kind = one.kind();
            if (kind == null) {
                against.add(Objection.at(Point.IDENTIFIER_KIND, one.row()));
                continue;
            }
            switch (Identifier.of(kind, one.state(), one.number())) {
                case Usable(var identifier) -> {
                    if (!found.add(identifier)) {
                        against.add(Objection.at(Point.IDENTIFIER_TWICE, one.row()));
                    }
                }
                case Unusable(var why) -> against.add(Objection.at(Point.of(why), one.row()));
            }
        }
        return List.copyOf(found);
    }

    private List<NodeId> partners(
            List<String> chosen, @Nullable CaseReference reference, Mode mode, List<Objection> against) {
        if (chosen.isEmpty()) {
            against.add(Objection.of(Point.PARTNERS_NONE));
        }
        var known =
                directory.partners().stream().map(Member::code).collect(Collectors.toMap(NodeId::value, code -> code));
        var used = tables.left(mode, clock.instant()).stream()
                .filter(Query.Left::nothing)
                .map(Query.Left::partner)
                .collect(Collectors.toSet());
        var partners = new TreeSet<NodeId>();
        for (var one : new TreeSet<>(chosen)) {
            var partner = known.get(one);
            if (partner == null) {
                against.add(Objection.about(Point.PARTNER_UNKNOWN, ""));
            } else if (reference != null && alerts.keptFrom(reference, partner)) {
                against.add(Objection.about(Point.PARTNER_KEPT_OUT, one));
            } else if (!outbox.reaches(partner)) {
                against.add(Objection.about(Point.PARTNER_UNREACHABLE, one));
            } else if (used.contains(partner)) {
                against.add(Objection.about(Point.PARTNER_QUOTA_USED_UP, one));
            } else {
                partners.add(partner);
            }
        }
        return List.copyOf(partners);
    }

    static Optional<CaseReference> reference(String written) {
        try {
            return Optional.of(new CaseReference(written.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
