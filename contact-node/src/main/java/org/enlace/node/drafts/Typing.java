package org.enlace.node.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.node.NodeSettings;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;

/// Turns what was typed into a message, and what stands in its way into points that lead to their field.
@Component
final class Typing {
    private final Families families;
    private final Sending sending;
    private final CaseFiles files;
    private final CurrentDirectory directory;
    private final NodeSettings settings;

    Typing(Families families, Sending sending, CaseFiles files, CurrentDirectory directory, NodeSettings settings) {
        this.families = families;
        this.files = files;
        this.sending = sending;
        this.directory = directory;
        this.settings = settings;
    }

    /// @param wanted the message as far as it can be made out
    record Reading(Wanted wanted, List<Misfit> misfits) {}

    Reading read(Draft draft) {
        var family = families.of(draft.type());
        var answers = Answers.to(draft.values(), settings.zone());
        var message = family.assemble(answers);
        var outline = Outlines.read(answers, family, message);
        var recipients = draft.values().all("recipients").stream()
                .filter(code -> code.matches("[A-Z]{2}"))
                .map(NodeId::new)
                .toList();
        return new Reading(
                new Wanted(
                        draft.message(),
                        draft.reference(),
                        mode(outline),
                        recipients,
                        outline,
                        message,
                        draft.keeps(),
                        ChosenGroups.of(draft.values())),
                answers.misfits());
    }

    /// An exercise is answered, and corrected, as one.
    private Mode mode(Wanted.Outline outline) {
        return Optional.ofNullable(outline.corrects())
                .or(() -> Optional.ofNullable(outline.inReplyTo()))
                .flatMap(files::find)
                .map(MessageEntry::mode)
                .orElseGet(settings::usualMode);
    }

    /// Everything that is missing, does not fit, or should be looked at again.
    List<Point> points(Draft draft, Reading reading, Officer by, PageContext page) {
        var family = families.of(draft.type());
        var points = new ArrayList<Point>();
        if (!directory.sendingAllowed()) {
            var stopped = page.text("compose.before.stopped");
            points.add(new Point("send", stopped, stopped, true));
        }
        for (var misfit : reading.misfits()) {
            points.add(point(misfit.field(), family, PointWords.of(misfit, page), true, page));
        }
        for (var breach : sending.check(reading.wanted(), by)) {
            var field = FormFields.of(breach.field(), family);
            // An empty field is one point, not two; of recipients, each has its own.
            if (field.equals("recipients")
                    || points.stream().noneMatch(point -> point.field().equals(field) && point.blocks())) {
                points.add(point(field, family, PointWords.of(breach, page), breach.blocks(), page));
            }
        }
        return points;
    }

    private static Point point(String field, Family family, String text, boolean blocks, PageContext page) {
        var label = FormFields.label(field, family);
        var named = label == null ? text : page.text("web.pair", "name", page.text(label), "value", text);
        return new Point(field, named, text, blocks);
    }

    /// @param field of the form, or a card's id
    /// @param named what is wrong, where its field is not beside it
    /// @param text what is wrong, beside its field
    /// @param blocks whether the message cannot go before it is put right
    record Point(String field, String named, String text, boolean blocks) {}
}
