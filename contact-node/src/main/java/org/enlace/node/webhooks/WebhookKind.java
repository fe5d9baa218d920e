package org.enlace.node.webhooks;

import java.util.Locale;
import java.util.Optional;
import org.enlace.node.casefile.CaseEventKind;

/// What a system may be told of. Names are stable: they stand in settings and in what is sent.
enum WebhookKind {
    /// A message of a partner is here.
    MESSAGE_ARRIVED,
    /// A message of ours is on its way.
    MESSAGE_SENT,
    /// What a message says, or whether it may be read and used, is not what it was.
    MESSAGE_CHANGED,
    /// How far a message or its files have come.
    DELIVERY_CHANGED,
    /// Somebody, here or there, has done something with a message.
    CASE_MOVED,
    /// Nobody did in time what was due.
    CLOCK_PASSED;

    /// Its form in what is sent: `case.moved`.
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /// @return nothing for what concerns this contact point alone
    static Optional<WebhookKind> of(CaseEventKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case RECEIVED -> MESSAGE_ARRIVED;
                    case SENT -> MESSAGE_SENT;
                    case CORRECTED,
                            CONSENT_TAKEN_BACK,
                            CONSENT_WITHDRAWN,
                            ENTERED_IN_ERROR,
                            RECALLED,
                            RECALL_ANSWERED,
                            ANSWER_RECALLED -> MESSAGE_CHANGED;
                    case FILES_HERE, FILES_WANTED -> DELIVERY_CHANGED;
                    case UNACKNOWLEDGED, NO_RECEIPT, NO_WORD -> CLOCK_PASSED;
                    case ACKNOWLEDGED,
                            NEEDS_INFO,
                            ANSWERED,
                            ON_HOLD,
                            RESUMED,
                            FORWARDED,
                            ACCEPTED,
                            DECLINED,
                            STARTED,
                            COMPLETED,
                            FAILED,
                            CLOSED,
                            REOPENED,
                            WITHDRAWN,
                            WITHDRAWAL_REQUESTED,
                            FINAL_ANSWER,
                            INTERMEDIATE_ANSWER,
                            FURTHER_ANSWER,
                            CORROBORATED,
                            PROPOSED -> CASE_MOVED;
                    case NOTE,
                            COPY_GIVEN,
                            EXPORTED,
                            RELEASE_ASKED,
                            RELEASE_RETURNED,
                            RELEASE_TAKEN_BACK,
                            RELEASED,
                            REVIEWED_RIGHT,
                            REVIEWED_NOT_ALONE,
                            CORRECTION_READ,
                            OPENED,
                            HANDOVER_OFFERED,
                            HANDOVER_TAKEN,
                            HANDOVER_DECLINED,
                            HANDOVER_WITHDRAWN,
                            URGENCY_SET -> null;
                });
    }
}
