package org.enlace.node.desk;

import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.enlace.message.Compartment;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Reach;
import org.enlace.node.casefile.ReturnAssessments;
import org.enlace.node.desk.Outcome.Point;
import org.enlace.node.desk.Outcome.Refused;
import org.enlace.node.desk.Outcome.TooLate;
import org.enlace.person.RiskLevel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The receiving side assesses the risk of a return before it takes it on, and the sender is told.
@Component
class ReturnAssessing {
    private static final int WORDS_MAX = 2_000;

    private final DeskItems items;
    private final CaseFiles files;
    private final Reach reach;
    private final ReturnAssessments assessments;
    private final Desk desk;

    ReturnAssessing(DeskItems items, CaseFiles files, Reach reach, ReturnAssessments assessments, Desk desk) {
        this.items = items;
        this.files = files;
        this.reach = reach;
        this.assessments = assessments;
        this.desk = desk;
    }

    /// The return that this item is, if it is one that the officer may assess.
    Optional<MessageEntry> find(UUID id, Officer officer) {
        return items.find(id)
                .flatMap(item -> files.find(item.message()))
                .filter(ReturnAssessments::isDue)
                .filter(_ -> officer.roles().stream().anyMatch(Acceptance.CARE::contains))
                .filter(message -> reach.of(officer, message, Compartment.PROTECTION, null) == Reach.Verdict.OPEN);
    }

    /// @param risk code of list `risk-level`, but not that nobody assessed it
    /// @param words why; they stay here
    @Transactional
    public Outcome assess(UUID id, String risk, String words, Officer officer) {
        var message = find(id, officer);
        if (message.isEmpty()) {
            return new Outcome.Unseen();
        }
        var item = items.find(id).orElseThrow();
        switch (item.state()) {
            case RECEIVED, ACKNOWLEDGED, NEEDS_INFO, ON_HOLD, FORWARDED -> {
                // It is still to be decided.
            }
            default -> {
                return new TooLate(item.state());
            }
        }
        var points = new ArrayList<Point>();
        var level = level(risk);
        if (level.isEmpty()) {
            points.add(Point.RISK_UNKNOWN);
        }
        if (words.length() > WORDS_MAX) {
            points.add(Point.WORDS_LONG);
        }
        if (!points.isEmpty()) {
            return new Refused(points);
        }
        var found =
                assessments.record(message.get(), level.orElseThrow(), words.isBlank() ? null : words.strip(), officer);
        return desk.note(id, found.note(), true, officer);
    }

    private static Optional<RiskLevel> level(String code) {
        return switch (code) {
            case "LOW" -> Optional.of(RiskLevel.LOW);
            case "MEDIUM" -> Optional.of(RiskLevel.MEDIUM);
            case "HIGH" -> Optional.of(RiskLevel.HIGH);
            default -> Optional.empty();
        };
    }
}
