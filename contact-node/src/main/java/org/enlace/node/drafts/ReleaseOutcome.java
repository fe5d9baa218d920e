package org.enlace.node.drafts;

import java.util.List;
import org.enlace.message.Breach;

/// What became of a decision about a message of a colleague.
sealed interface ReleaseOutcome {
    record Done(Pending pending) implements ReleaseOutcome {}

    /// It does not stand there any more: somebody was faster.
    record Decided(Pending pending) implements ReleaseOutcome {}

    /// Whoever wrote it does not decide about it.
    record OwnWork() implements ReleaseOutcome {}

    /// It may not leave as it is and stays where it was. All breaches at once.
    record Refused(List<Breach> breaches) implements ReleaseOutcome {}

    /// The words that the decision needs are missing or too many.
    record Unfit(Words why) implements ReleaseOutcome {}

    /// No such message, or none that this officer may see.
    record NotThere() implements ReleaseOutcome {}

    enum Words {
        REASON_MISSING,
        WORDS_LONG
    }
}
