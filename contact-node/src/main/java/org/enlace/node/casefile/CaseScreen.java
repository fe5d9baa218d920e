package org.enlace.node.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// One case as its page shows it, in the words of the reader.
///
/// @param handling what the sender allows, strictest first
/// @param condition the sender's own words with handling code H3
/// @param barred the steps that the reader may not take now, and why
/// @param recalls what there is to say about taking it back
/// @param remarks what holders say about it
/// @param group the sharing group that it was sent to, if it was to one
/// @param versions null if it was never corrected
/// @param export whether the reader may take the case file out
/// @param persons null while nothing about persons was opened
/// @param assess whether the reader may assess the return that this is
/// @param copy whether the reader may make the person a copy
/// @param gaps what a referral lacks; said to those who open what is said about persons
public record CaseScreen(
        Bar bar,
        List<Chip> handling,
        @Nullable Fact condition,
        List<String> asks,
        List<Fact> facts,
        @Nullable List<Fact> persons,
        boolean mayOpenPersons,
        List<String> gaps,
        boolean assess,
        boolean copy,
        List<String> shut,
        List<Line> messages,
        List<Moment> timeline,
        Progress progress,
        List<Barrier> barred,
        List<Readers> readers,
        List<Permission> permissions,
        RemarkScreen remarks,
        @Nullable String digest,
        @Nullable String writtenIn,
        List<RecallCard> recalls,
        VersionScreen.@Nullable Card versions,
        boolean export,
        @Nullable Grouped group) {

    /// What stays on top.
    ///
    /// @param unit of the desk it came from
    /// @param mode label of an exercise or a test, null when it is meant
    /// @param steps that the reader may take now
    /// @param note whether the reader may add one
    /// @param reply the kind of message with which the reader may answer
    /// @param correct the kind of message with which the reader may correct it
    /// @param permit whether the reader may ask to use it otherwise
    public record Bar(
            String headline,
            String reference,
            String message,
            String type,
            Urgency urgency,
            String urgencyLabel,
            NodeId partner,
            String unit,
            boolean sent,
            @Nullable String mode,
            @Nullable UUID item,
            List<Step> steps,
            boolean note,
            @Nullable String reply,
            @Nullable String correct,
            boolean permit) {}

    /// One question about the use of the message, and what was decided.
    ///
    /// @param asker whose officers asked
    /// @param query of the address of the request, in this case
    /// @param lines what was decided, one by one
    public record Permission(String what, NodeId asker, String query, List<String> lines) {}

    /// @param name of the group as it was then, members likewise
    public record Grouped(String name, List<NodeId> members) {}

    /// @param why not now, or not by this reader
    public record Barrier(Step step, String why) {}

    /// One message of the case.
    public record Line(
            String id, String headline, String type, boolean sent, NodeId partner, Instant at, boolean shown) {}

    /// One line of the timeline.
    ///
    /// @param by who did it, and of which country
    /// @param machine whether it happened on the way of the message, without anybody doing it
    /// @param words what was written about it
    public record Moment(String what, String by, boolean machine, Instant at, List<String> words) {}

    /// @param level `done`, `over`, `still` or `ok`
    public record Clock(Instant due, long seconds, String level) {}

    /// @param none key of what is said while no clock runs
    /// @param stands when and why the answer's clock stood still
    public record Clocks(
            @Nullable Clock acknowledge,
            @Nullable Clock answer,
            String none,
            List<String> stands,
            String state,
            @Nullable String owner,
            @Nullable Instant takenAt) {}

    /// What machines and people did with the message so far.
    ///
    /// @param seen how many events the page shows
    /// @param more whether something has happened since
    /// @param files null if it has none
    public record Progress(
            String reference,
            String message,
            boolean sent,
            int seen,
            boolean more,
            Clocks clocks,
            List<Way> ways,
            @Nullable Files files) {}

    /// The files of a message.
    ///
    /// @param path of their page
    public record Files(String path, List<FileLine> lines) {}

    /// @param tone `ok`, `wait` or `stop`
    /// @param percent how much of it is where it should be
    public record FileLine(int number, String state, String tone, int percent) {}

    /// The sender's condition, which is read before anything else.
    ///
    /// @param language of the words, ISO 639-3, null if the sender did not say
    public record ConditionFirst(
            String reference,
            String message,
            String type,
            NodeId partner,
            String unit,
            String text,
            @Nullable String language) {}

    /// What was sent while there was no contact is taken in before it is shown.
    public record Behind(String reference, String message, String type, NodeId partner) {}

    /// How far the message has come to one recipient: what machines say and what people did.
    ///
    /// @param tone `ok`, `warn` or `stop`
    /// @param transport how far machines have brought it; null where this node does not know
    /// @param business what people made of it; likewise
    /// @param silence what there is to do because nobody there said a word; null if nothing
    public record Way(
            NodeId recipient,
            boolean self,
            String tone,
            @Nullable String transport,
            @Nullable String business,
            List<String> steps,
            @Nullable Silence silence) {

        /// What people made of it counts no more; what they did stays.
        Way takenBack() {
            return new Way(recipient, self, tone, transport, null, steps, null);
        }
    }

    /// Nobody there acknowledged in time.
    ///
    /// @param what who says so, or that nobody says anything
    /// @param next what to do now
    /// @param dial the emergency phone as a telephone dials it
    public record Silence(String what, String next, String phone, String dial, NodeId recipient) {}

    /// Who opens one part.
    public record Readers(String part, String roles) {}
}
