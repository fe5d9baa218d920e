package org.enlace.lifecycle;

/// How far a message came on its way to one recipient. The node moves it, never a person.
public enum TransportState {
    DRAFT,
    AWAITING_RELEASE,
    SEALED,
    QUEUED,
    ON_BROKER,
    STORED,
    OPENED,
    /// The recipient's node refused it.
    NOT_STORED,
    /// No receipt came in time.
    NOT_DELIVERED,
    /// Its `notAfter` passed on the way.
    EXPIRED,
    RECALLED;

    public boolean isEnd() {
        return switch (this) {
            case NOT_STORED, NOT_DELIVERED, EXPIRED, RECALLED -> true;
            case DRAFT, AWAITING_RELEASE, SEALED, QUEUED, ON_BROKER, STORED, OPENED -> false;
        };
    }

    /// Whether this may be followed by that. Once sealed it only moves forward, and may skip: a receipt can
    /// overtake the broker's own answer.
    public boolean mayBecome(TransportState next) {
        return switch (this) {
            case DRAFT -> next == AWAITING_RELEASE;
            case AWAITING_RELEASE -> next == DRAFT || next == SEALED;
            case SEALED, QUEUED, ON_BROKER -> next.compareTo(this) > 0;
            case STORED -> next == OPENED || next == RECALLED;
            case OPENED -> next == RECALLED;
            case NOT_STORED, NOT_DELIVERED, EXPIRED, RECALLED -> false;
        };
    }

    /// The state after hearing of another: the same one again, or news that comes too late, changes nothing.
    public TransportState after(TransportState heard) {
        return mayBecome(heard) ? heard : this;
    }
}
