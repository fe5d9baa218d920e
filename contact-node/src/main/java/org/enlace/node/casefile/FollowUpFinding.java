package org.enlace.node.casefile;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a person was when somebody looked again: codes of list `follow-up-finding`.
public enum FollowUpFinding {
    SAFE,
    NEEDS_HELP,
    AT_RISK,
    NOT_REACHED,
    /// The person's own word: nobody looks again.
    NO_FURTHER_CONTACT;

    private static final Pattern NOTE = Pattern.compile(
            "FOLLOW_UP ([A-Z_]{1,24}), ([0-9]{4}-[0-9]{2}-[0-9]{2})(?:, ([0-9]{4}-[0-9]{2}-[0-9]{2}))?");
    private static final Set<FollowUpFinding> OPEN = EnumSet.of(NEEDS_HELP, AT_RISK, NOT_REACHED);

    /// Whether somebody has to look again, and soon.
    public boolean leavesOpen() {
        return OPEN.contains(this);
    }

    /// What the sender is told, the same in all languages: `FOLLOW_UP NOT_REACHED, 2026-12-23, 2026-12-30`.
    ///
    /// @param again the day on which somebody looks again; null if none was named
    public String note(LocalDate on, @Nullable LocalDate again) {
        return "FOLLOW_UP " + this + ", " + on + (again == null ? "" : ", " + again);
    }

    /// Such a note in the words of its reader; any other stays as it is.
    static String inWords(String note, Labels labels, Locale reader) {
        var told = NOTE.matcher(note);
        if (!told.matches()) {
            return note;
        }
        var finding = labels.of("follow-up-finding", told.group(1), reader);
        var found = labels.text(reader, "casefile.event.follow-up-found", "finding", finding, "day", told.group(2));
        return told.group(3) == null
                ? found
                : found + " " + labels.text(reader, "casefile.event.follow-up", "day", told.group(3)) + ".";
    }
}
