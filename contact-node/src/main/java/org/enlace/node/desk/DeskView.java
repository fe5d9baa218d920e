package org.enlace.node.desk;

import java.util.Arrays;
import java.util.Locale;

/// One way to look at what waits. Each is a condition on the same rows, so the counts and the lists cannot differ.
public enum DeskView {
    ALL("1 = 1"),
    /// Nobody has taken it yet.
    ACK("i.side = 'RECEIVED' and i.state = 'RECEIVED'"),
    MINE("i.owner = :me and " + DeskView.OUR_TURN),
    /// The next step is someone else's: of the recipients, or of whom it was forwarded to.
    WAITING("not " + DeskView.OUR_TURN);

    /// Of what we received all but what waits for somebody; of what we sent, what was asked of us or has come to an
    /// end.
    private static final String OUR_TURN =
            "(i.side = 'RECEIVED' and i.state not in ('NEEDS_INFO', 'ON_HOLD', 'FORWARDED')"
                    + " or i.side = 'SENT' and i.state in ('NEEDS_INFO', 'FAILED', 'DECLINED', 'COMPLETED'))";

    private final String condition;

    DeskView(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    /// Its form in an address.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DeskView of(String code) {
        return Arrays.stream(values())
                .filter(view -> view.code().equals(code))
                .findFirst()
                .orElse(ALL);
    }
}
