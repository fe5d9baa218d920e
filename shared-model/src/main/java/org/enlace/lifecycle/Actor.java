package org.enlace.lifecycle;

/// What somebody is to a message, at either end.
public enum Actor {
    /// Who signed it off.
    ORIGINATOR(Party.ORIGINATING),
    /// Anyone of the originating side who works on the case.
    ORIGINATING_OFFICER(Party.ORIGINATING),
    /// Who speaks for the person there.
    ORIGINATING_CASE_WORKER(Party.ORIGINATING),
    ORIGINATING_SUPERVISOR(Party.ORIGINATING),
    RECEIVING_NODE(Party.RECEIVING),
    RECEIVING_OFFICER(Party.RECEIVING),
    /// Of the role that the message is for.
    COMPETENT_OFFICER(Party.RECEIVING),
    RECEIVING_SUPERVISOR(Party.RECEIVING),
    CASE_WORKER(Party.RECEIVING);

    private final Party party;

    Actor(Party party) {
        this.party = party;
    }

    public Party party() {
        return party;
    }
}
