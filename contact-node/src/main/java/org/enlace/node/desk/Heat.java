package org.enlace.node.desk;

import java.time.Instant;
import org.enlace.node.casefile.MessageEntry;

/// How the list is grouped. The order is the order of the rows: overdue, then minors, then urgency.
public enum Heat {
    OVERDUE("clock", "desk.group.overdue", "desk.group.overdue.hint"),
    CHILD("life-buoy", "desk.group.child", "desk.group.child.hint"),
    IMMEDIATE("siren", "desk.group.immediate", "desk.group.immediate.hint"),
    URGENT("triangle-alert", "desk.group.urgent", "desk.group.urgent.hint"),
    NORMAL("flag", "desk.group.normal", "desk.group.normal.hint"),
    ROUTINE("inbox", "desk.group.routine", "desk.group.routine.hint");

    private final String icon;
    private final String title;
    private final String hint;

    Heat(String icon, String title, String hint) {
        this.icon = icon;
        this.title = title;
        this.hint = hint;
    }

    public String icon() {
        return icon;
    }

    public String title() {
        return title;
    }

    public String hint() {
        return hint;
    }

    static Heat of(DeskItem item, MessageEntry message, Instant now) {
        if (item.overdue(now)) {
            return OVERDUE;
        }
        if (message.child()) {
            return CHILD;
        }
        return switch (item.urgency()) {
            case IMMEDIATE -> IMMEDIATE;
            case URGENT -> URGENT;
            case NORMAL -> NORMAL;
            case ROUTINE -> ROUTINE;
        };
    }
}
