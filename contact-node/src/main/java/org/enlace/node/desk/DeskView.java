package org.enlace.node.desk;

import java.util.Arrays;
import java.util.Locale;

/// One way to look at what waits. Each is a condition on the same rows, so the counts and the lists cannot differ.
public enum DeskView {
    ALL("1 = 1"),
    /// Nobody has taken it yet.
    ACK("i.side = 'RECEIVED' and i.state = 'RECEIVED'"),
    MINE("i.side = 'RECEIVED' and i.owner = :me and i.state not in " + DeskView.ELSEWHERE),
    /// The next step is someone else's: of the recipients, or of whom it was forwarded to.
    WAITING("(i.side = 'SENT' or i.state in " + DeskView.ELSEWHERE + ")");

    private static final String ELSEWHERE = "('NEEDS_INFO', 'ON_HOLD', 'FORWARDED')";

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
