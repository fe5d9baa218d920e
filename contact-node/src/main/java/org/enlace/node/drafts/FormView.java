package org.enlace.node.drafts;

import java.time.Instant;
import java.util.List;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.jspecify.annotations.Nullable;

/// A form as a page shows it. Public parts only because templates are compiled into a package of their own.
///
/// @param action where the form goes
/// @param replied what it replies to or corrects, if anything
/// @param corrects whether it takes the place of that, so that it goes to who has it and nobody else
/// @param returned what a second person said when it was returned last; null if it was not
/// @param filesHeading of the card for files, with its number
/// @param errors what must be put right, said after an attempt to send
public record FormView(
        String action,
        String title,
        String reference,
        Instant savedAt,
        @Nullable Replied replied,
        boolean corrects,
        @Nullable ReleasePast returned,
        List<Part> leading,
        Recipients recipients,
        Urgencies urgency,
        List<Part> parts,
        FileView files,
        String filesHeading,
        List<Fault> errors,
        Side side) {

    /// The same with what else has to be said.
    ///
    /// @param field where it leads
    FormView with(String field, List<String> against) {
        return new FormView(
                action,
                title,
                reference,
                savedAt,
                replied,
                corrects,
                returned,
                leading,
                recipients,
                urgency,
                parts,
                files,
                filesHeading,
                against.stream().map(text -> new Fault(field, text)).toList(),
                side);
    }

    /// What it replies to.
    ///
    /// @param items what is asked there, one by one, where each is answered by itself
    public record Replied(String path, String headline, List<String> items) {}

    /// @param heading with its number, if it has one
    /// @param groups what of the card repeats
    /// @param when answers of which one must be given for the part to be shown, null if it always is
    /// @param closed whether it is closed to the officer, who is not asked and changes nothing of it
    public record Part(
            String id,
            String heading,
            List<Asked> asked,
            List<Repeated> groups,
            @Nullable String when,
            boolean closed) {}

    public record Asked(Question question, Field field, List<Choice> choices) {}

    public record Repeated(String name, String add, List<Entry> entries) {}

    public record Entry(int number, String title, List<Asked> asked) {}

    public record Fault(String field, String text) {}

    /// @param offered members that can be added
    /// @param groups sharing groups that run
    /// @param group the one that was chosen, as it was then
    /// @param singled why the message does not go to a group any more, if somebody was taken out of one
    /// @param shut partners that cannot, with the reason
    public record Recipients(
            int number,
            List<Chosen> chosen,
            List<Choice> offered,
            List<Choice> groups,
            @Nullable Grouped group,
            @Nullable String singled,
            List<Shut> shut,
            @Nullable String error) {}

    /// @param path of its page; null if the reader does not see that any more
    /// @param against what has changed about it since it was chosen
    public record Grouped(@Nullable String path, String name, String members, List<String> against) {}

    /// @param facts where, which local time, languages, or since when it cannot be reached
    /// @param speech who speaks with the person there, or that nobody is known to; null if nobody has to interpret
    public record Chosen(
            String code,
            String name,
            String facts,
            @Nullable String speech,
            boolean speaks,
            boolean warn) {}

    /// @param why it cannot be written to now
    /// @param phone by which people still reach it
    public record Shut(String name, String why, String phone) {}

    public record Urgencies(
            int number,
            List<UrgencyChoice> choices,
            Field reason,
            List<Choice> child,
            @Nullable String error) {}

    /// @param deadline what it means for this message, in words
    public record UrgencyChoice(
            String code, String icon, String label, String meaning, String deadline, boolean chosen) {}

    /// What stands beside the form.
    ///
    /// @param language of the rows, the recipient's
    /// @param recipients whose view can be chosen
    /// @param readers who will be able to read what, in plain words
    /// @param send what the button says, and below it what comes of it
    public record Side(
            Instant savedAt,
            String language,
            List<Choice> recipients,
            String urgency,
            String urgencyIcon,
            String urgencyCode,
            String type,
            String subject,
            String from,
            List<Row> rows,
            List<String> hidden,
            List<Reader> readers,
            List<Open> open,
            boolean ready,
            int count,
            String send,
            String sendWhat) {}

    public record Row(String label, String value, boolean free) {}

    public record Reader(String part, String who) {}

    /// @param field where it leads, null when it leads nowhere
    public record Open(@Nullable String field, String text, boolean done) {}
}
