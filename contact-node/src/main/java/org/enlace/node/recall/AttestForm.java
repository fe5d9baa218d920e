package org.enlace.node.recall;

import java.util.Arrays;
import org.enlace.person.Answer;
import org.jspecify.annotations.Nullable;

/// What an officer says about a message that was taken back; it stays when something is wrong with it.
///
/// @param outcome code of list `recall-outcome`, one of those that an officer may say
/// @param order number of the court order under which it is kept
/// @param exported code of list `answer`
/// @param passedOn code of list `answer`
record AttestForm(String outcome, String order, String exported, String passedOn, String note) {
    static final String DESTROYED = "DESTROYED";
    static final String KEPT = "KEPT";
    /// Nobody uses it any more for what the person took back.
    static final String STOPPED = "STOPPED";
    static final String KEPT_BY_LAW = "KEPT_BY_LAW";
    /// A life is at stake: it stays open to those who protect it.
    static final String KEPT_FOR_LIFE = "KEPT_FOR_LIFE";
    static final AttestForm EMPTY = new AttestForm("", "", "", "", "");

    static boolean isAnswer(String code) {
        return Arrays.stream(Answer.values()).anyMatch(answer -> answer.name().equals(code));
    }

    /// Whether there are, or may be, copies elsewhere.
    boolean copies() {
        return (isAnswer(exported) && !exported.equals(Answer.NO.name()))
                || (isAnswer(passedOn) && !passedOn.equals(Answer.NO.name()));
    }

    @Nullable
    String orderOrNull() {
        return outcome.equals(KEPT) ? order.strip() : null;
    }

    @Nullable
    String noteOrNull() {
        return note.isBlank() ? null : note.strip();
    }

    /// Prints nothing: a note may hold anything.
    @Override
    public String toString() {
        return "[withheld]";
    }
}
