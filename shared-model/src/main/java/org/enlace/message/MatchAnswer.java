package org.enlace.message;

import java.time.Instant;
import java.util.List;
import org.enlace.matching.Evaluation;
import org.jspecify.annotations.Nullable;

/// What a contact point makes of a query, named by `inReplyTo` of the header. It does not know itself what was hit: the
/// asker looks that up in the table.
///
/// @param outcome code of list `match-outcome`
/// @param result with `EVALUATED` alone
/// @param quota what is left to the asker
public record MatchAnswer(
        String outcome, @Nullable Result result, @Nullable Quota quota) implements Message {
    public static final String EVALUATED = "EVALUATED";
    public static final String QUOTA_EXCEEDED = "QUOTA_EXCEEDED";
    public static final String PURPOSE_REFUSED = "PURPOSE_REFUSED";

    @Override
    public MessageType type() {
        return MessageType.MATCH_ANSWER;
    }

    /// @param month of the key and the table, `2026-11`
    /// @param publicKey of the key of that month for this asker
    /// @param evaluated one for each element, in that order
    /// @param proof that all were made with that key
    /// @param contactRole to whom there the asker writes about a hit, code of list `role`
    public record Result(
            String month, String publicKey, List<String> evaluated, String proof, Table table, String contactRole) {

        public Result {
            evaluated = evaluated == null ? List.of() : List.copyOf(evaluated);
        }

        public Evaluation evaluation() {
            return new Evaluation(publicKey, evaluated, proof);
        }
    }

    /// @param digest SHA-256 of all tags, in hex
    /// @param complete whether everything that may be matched is in it; otherwise the newest only
    /// @param tags in base64, in their order; empty if the asker has this table
    public record Table(String digest, boolean complete, List<String> tags) {

        public Table {
            tags = tags == null ? List.of() : List.copyOf(tags);
        }
    }

    /// @param today how many elements the asker may still ask about today, UTC
    /// @param thisMonth likewise
    /// @param until when the smaller one begins anew
    public record Quota(int today, int thisMonth, Instant until) {}
}
