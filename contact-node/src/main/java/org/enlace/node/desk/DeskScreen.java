package org.enlace.node.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.NodeId;
import org.enlace.node.casefile.CaseScreen.Moment;
import org.enlace.node.casefile.Chip;
import org.jspecify.annotations.Nullable;

/// The desk as its page shows it, in the words of the reader.
///
/// @param chosen the item in the preview
/// @param onDuty who is on duty now and until when, empty for nobody
/// @param shiftEnds what the reader holds while their shift ends; empty if nothing
/// @param number of this page of the list, from 0
/// @param checkedAt when the database was asked
public record DeskScreen(
        DeskView view,
        DeskCounts counts,
        List<Group> groups,
        @Nullable Preview preview,
        @Nullable UUID chosen,
        Network network,
        String onDuty,
        String shiftEnds,
        int number,
        boolean more,
        Instant checkedAt) {

    /// Rows that burn alike.
    public record Group(Heat heat, List<Row> rows) {}

    /// @param unit of the desk it came from, or whom it went to
    /// @param clock words for the clock that runs
    /// @param urgency for this desk
    /// @param unread whether nobody has taken it and the reader has not marked it as read
    /// @param mayTake whether the reader may acknowledge it
    /// @param called who was called last because nobody did what was due, null if nobody was
    public record Row(
            UUID id,
            String reference,
            String message,
            String headline,
            String type,
            List<Chip> chips,
            Urgency urgency,
            String from,
            String unit,
            Clock clock,
            boolean unread,
            boolean fresh,
            boolean mayTake,
            String state,
            @Nullable String owner,
            String initials,
            @Nullable String called) {

        /// What says whether it is meant.
        public List<Chip> marks() {
            return chips.stream().filter(Chip::ofMode).toList();
        }
    }

    /// @param kind text key of what is to be done until then
    /// @param level `over`, `ok` or `done`
    public record Clock(@Nullable Instant due, long seconds, String kind, String level) {}

    /// @param calls who was called because nobody did what was due
    /// @param closed why no more is shown: the sender's condition has to be read first, or nobody opens it
    public record Preview(
            Row row,
            String urgencyLabel,
            NodeId partner,
            boolean sent,
            Instant at,
            @Nullable Clock acknowledge,
            @Nullable Clock answer,
            List<String> asks,
            List<Text> texts,
            @Nullable String language,
            List<Chip> handling,
            List<Moment> calls,
            @Nullable Closed closed) {}

    /// Why no more is shown.
    ///
    /// @param sealed whether nobody opens it, so that there is nothing to note either
    public record Closed(String title, String text, boolean sealed) {}

    /// Words as they were written.
    ///
    /// @param language ISO 639-3, null if the writer did not say
    public record Text(String words, @Nullable String language) {}

    /// @param reached those that gave a sign of life lately and owe no answer
    /// @param unheard those of whom nothing is known lately
    /// @param lostSince when contact with the network ended, null while there is contact
    /// @param unsent what officers have sent and waits for contact
    /// @param waiting the partner for whom messages have waited longest
    public record Network(
            int reached,
            int all,
            int unheard,
            @Nullable Instant lostSince,
            long unsent,
            @Nullable NodeId waiting,
            @Nullable Instant waitingSince,
            int quarantined) {

        /// Without the broker nobody is reached.
        Network lost(Instant since, long unsent) {
            return new Network(0, all, unheard, since, unsent, waiting, waitingSince, quarantined);
        }
    }
}
