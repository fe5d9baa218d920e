package org.enlace.node.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// One case as its page shows it, in the words of the reader.
///
/// @param handling what the sender allows, strictest first
/// @param condition the sender's own words with handling code H3
/// @param persons null while nothing about persons was opened
/// @param assess whether the reader may assess the return that this is
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
        List<String> shut,
        List<Line> messages,
        List<Moment> timeline,
        Progress progress,
        List<Readers> readers,
        @Nullable String digest,
        @Nullable String writtenIn) {

    /// What stays on top.
    ///
    /// @param unit of the desk it came from
    /// @param mode label of an exercise or a test, null when it is meant
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
            Set<Step> steps) {}

    /// What the reader may do next.
    public enum Step {
        ACKNOWLEDGE,
        ACCEPT,
        FORWARD,
        DECLINE,
        NOTE
    }

    /// One message of the case.
    public record Line(
            String id, String headline, String type, boolean sent, NodeId partner, Instant at, boolean shown) {}

    /// One line of the timeline.
    ///
    /// @param by who did it, and of which country
    /// @param words what was written about it
    public record Moment(String what, String by, Instant at, List<String> words, boolean sent) {}

    /// @param level `done`, `over` or `ok`
    public record Clock(Instant due, long seconds, String level) {}

    /// @param none key of what is said while no clock runs
    public record Clocks(
            @Nullable Clock acknowledge,
            @Nullable Clock answer,
            String none,
            String state,
            @Nullable String owner,
            @Nullable Instant takenAt) {}

    /// What machines and people did with the message so far.
    ///
    /// @param seen how many events the page shows
    /// @param more whether something has happened since
    public record Progress(
            String reference, String message, boolean sent, int seen, boolean more, Clocks clocks, List<Way> ways) {}

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

    /// How far the message has come to one recipient: what machines say and what people did.
    ///
    /// @param tone `ok`, `warn` or `stop`
    public record Way(NodeId recipient, boolean self, String tone, List<String> steps) {}

    /// Who opens one part.
    public record Readers(String part, String roles) {}
}
