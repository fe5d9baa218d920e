package org.enlace.node.desk;

import java.time.Instant;
import java.util.List;
import org.enlace.lifecycle.BusinessState;
import org.enlace.node.web.FieldPoint;

/// What became of an act on an item.
sealed interface Outcome {
    /// It is done and on its way to the other side.
    record Done(DeskItem item) implements Outcome {}

    /// Someone was first.
    ///
    /// @param by display name of who has it
    record Taken(String by, Instant at, BusinessState state) implements Outcome {}

    /// The item has moved on, and this act no longer fits.
    record TooLate(BusinessState state) implements Outcome {}

    /// @param points codes of what stands against it, all at once
    record Refused(List<Point> points) implements Outcome {
        public Refused {
            points = List.copyOf(points);
        }
    }

    /// There is no such item, or not for this officer.
    record Unseen() implements Outcome {}

    /// Why an act is refused.
    enum Point implements FieldPoint {
        UNIT_MISSING("unit"),
        UNIT_LONG("unit"),
        NOTE_MISSING("note"),
        NOTE_LONG("note"),
        GROUND_UNKNOWN("ground"),
        ALTERNATIVE_MISSING("alternative"),
        ALTERNATIVE_LONG("alternative"),
        /// H2: not to be passed on without the sender's permission.
        H2("unit"),
        /// TLP:AMBER+STRICT or RED: not outside this organisation.
        TLP("unit"),
        /// The person does not want contact with the authorities of the state of origin.
        NO_CONSULAR_CONTACT("unit"),
        /// The step is the other side's.
        OTHER_SIDE("item"),
        SUPERVISOR_ONLY("item"),
        SENDER_ONLY("item"),
        SENDER_OR_SUPERVISOR_ONLY("item"),
        CARE_ROLES_ONLY("item"),
        WORKER_ONLY("item"),
        DUTY_ONLY("item"),
        CASE_ROLES_ONLY("item"),
        QUESTION_MISSING("note"),
        ANSWER_MISSING("note"),
        REASON_MISSING("note"),
        /// Why the clock stands still: code of list `pause-reason`.
        PAUSE_UNKNOWN("ground"),
        OUTCOME_UNKNOWN("outcome"),
        FOLLOW_UP_UNKNOWN("followUp"),
        /// The officer who sent it has to know how it ended before it is closed.
        OUTCOME_UNSEEN("seen"),
        /// Care goes on, and it is said how.
        CARE_MISSING("note"),
        /// No recipient of this message, or none chosen.
        RECIPIENT_UNKNOWN("to"),
        /// A referral without what must be there before anybody takes it on, such as a free return's statement.
        REFERRAL_INCOMPLETE("item"),
        /// This side has not assessed the risk of the return yet.
        RETURN_NOT_ASSESSED("item"),
        /// It did, the risk is high, and a child is involved.
        RETURN_RISK_HIGH("item"),
        /// It was corrected after somebody took it on, and nobody would take it on as it is now.
        REFERRAL_CHANGED("item"),
        RISK_UNKNOWN("risk"),
        WORDS_LONG("words"),
        /// How the person is: code of list `follow-up-finding`.
        FINDING_UNKNOWN("finding"),
        AGAIN_UNKNOWN("again"),
        /// Who is in danger, lacks help or was not reached is looked for again.
        AGAIN_MISSING("again"),
        /// The person said that nobody shall ask again.
        AGAIN_NOT_WANTED("again"),
        /// Why the next officer does not take it over.
        HANDOVER_REASON_MISSING("reason"),
        HANDOVER_REASON_LONG("reason"),
        NOTHING_CHOSEN("items"),
        TOO_MANY_CHOSEN("items"),
        URGENCY_UNKNOWN("urgency"),
        /// Below what its sender said.
        LOWERING_NEEDS_SUPERVISOR("urgency"),
        /// Likewise, and a child is involved.
        CHILD_NEEDS_SUPERVISOR("urgency"),
        LOWERING_REASON_MISSING("reason"),
        LOWERING_REASON_LONG("reason"),
        WORKER_UNKNOWN("worker"),
        START_UNKNOWN("start"),
        /// The person did not agree that another authority gets to know.
        CONSENT("unit"),
        /// The person named this authority as one that shall not know.
        WITHHELD("unit");

        private final String field;

        Point(String field) {
            this.field = field;
        }

        @Override
        public String field() {
            return field;
        }
    }
}
