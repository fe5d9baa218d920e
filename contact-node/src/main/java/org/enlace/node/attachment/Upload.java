package org.enlace.node.attachment;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.node.inspection.FileKind;
import org.enlace.node.inspection.Remainder;
import org.enlace.node.inspection.Verdict;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;

/// A file on its way into a message that is being written.
///
/// @param number that it has in the message
/// @param name as it will be shown
/// @param length as was said when it began
/// @param received bytes that are here for good; the next one is asked for from there
/// @param reason why it does not travel; null unless [State#REFUSED]
/// @param kind null until it is [State#READY]
/// @param scanned whether a scanner has found it clean
public record Upload(
        UUID id,
        MessageId message,
        CaseReference reference,
        int number,
        Sensitive<String> name,
        long length,
        long received,
        State state,
        @Nullable Reason reason,
        @Nullable FileKind kind,
        Set<Remainder> remains,
        boolean scanned,
        Instant since) {

    public Upload {
        remains = Set.copyOf(remains);
    }

    public enum State {
        COMING,
        /// All of it is here and nobody has looked at it.
        HERE,
        /// It travels with its message.
        READY,
        /// Nothing of it is left but why.
        REFUSED
    }

    /// Why a file does not travel.
    public enum Reason {
        EMPTY,
        KIND,
        BROKEN,
        TOO_MANY_PIXELS,
        PROGRAM_INSIDE,
        TWO_FILES,
        MALWARE;

        static Reason of(Verdict.Reason found) {
            return switch (found) {
                case EMPTY -> EMPTY;
                case KIND -> KIND;
                case BROKEN -> BROKEN;
                case TOO_MANY_PIXELS -> TOO_MANY_PIXELS;
                case PROGRAM_INSIDE -> PROGRAM_INSIDE;
                case TWO_FILES -> TWO_FILES;
            };
        }
    }
}
