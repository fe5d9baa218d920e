package org.enlace.node.exchange;

/// What alarms are about. Names are stable: they appear in texts and metrics.
public enum AlarmKind {
    /// A partner signed two different messages for one place of its stream, or two under one id.
    EQUIVOCATION,
    /// Messages of a partner are missing and later ones wait for them.
    GAP,
    /// The broker has deleted or lost records before this node had them.
    RECORDS_LOST,
    /// The broker does not let this node read a topic that the directory gives it.
    TOPIC_DENIED,
    /// The broker does not let this node write, or refuses a message for good.
    PUBLISHING_REFUSED,
    /// A message has waited too long to be published.
    OUTBOX_STUCK,
    /// A receipt names other content than was sent: something was changed on the way, or the partner is at fault.
    RECEIPT_MISMATCH,
    /// A receipt for a message that this node never sent to that partner.
    RECEIPT_UNKNOWN,
    /// The partner has not confirmed a message in the time its urgency allows.
    NOT_DELIVERED,
    /// A record was put into quarantine.
    QUARANTINED,
    /// More records of one member are refused than are worth keeping.
    QUARANTINE_FULL,
    /// A newer version of the directory was offered and cannot be trusted.
    DIRECTORY_REFUSED,
    /// The directory has expired or suspends this member, or does not list its signing keys: nothing can be sent.
    SENDING_STOPPED,
    /// The directory lists an encryption key of this member that this node does not have: what others encrypt to it
    /// cannot be opened.
    KEY_MISSING,
    /// An officer away from the console could not be told that something waits.
    NOTICE_FAILED,
    /// A system that uses the API could not be told that something has changed.
    WEBHOOK_PARKED,
    /// The figures of a period that is closed could not be counted.
    FIGURES_FAILED;

    /// Whether it is about a state: then only the node clears it, when its cause has gone.
    ///
    /// The others an operator may clear, having dealt with them. What proves to be over ends by
    /// itself too: by a receipt, a released record, a topic that works again.
    public boolean endsByItself() {
        return switch (this) {
            case GAP, OUTBOX_STUCK, SENDING_STOPPED, KEY_MISSING, FIGURES_FAILED -> true;
            case EQUIVOCATION,
                    RECORDS_LOST,
                    TOPIC_DENIED,
                    PUBLISHING_REFUSED,
                    RECEIPT_MISMATCH,
                    RECEIPT_UNKNOWN,
                    NOT_DELIVERED,
                    QUARANTINED,
                    QUARANTINE_FULL,
                    DIRECTORY_REFUSED,
                    NOTICE_FAILED,
                    WEBHOOK_PARKED -> false;
        };
    }
}
