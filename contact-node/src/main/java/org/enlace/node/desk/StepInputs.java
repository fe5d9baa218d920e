package org.enlace.node.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.enlace.message.NodeId;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.Labels;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Side;
import org.enlace.node.casefile.Step;
import org.enlace.node.desk.StepScreen.Input;
import org.enlace.node.desk.StepScreen.Kind;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;

/// What the form of each step asks for.
@Component
class StepInputs {
    static final String NOTE = "note";

    private final Labels labels;
    private final Acceptance acceptance;
    private final Moving moving;
    private final CaseFiles files;

    StepInputs(Labels labels, Acceptance acceptance, Moving moving, CaseFiles files) {
        this.labels = labels;
        this.acceptance = acceptance;
        this.moving = moving;
        this.files = files;
    }

    /// Whom a step concerns: whose message it is; of what we sent, the recipients for whom it fits now.
    List<NodeId> towards(String step, DeskItem item, MessageEntry message, Officer officer) {
        if (message.side() == Side.RECEIVED || step.equals(NOTE)) {
            return List.of(message.partner());
        }
        var open = moving.open(message, item, step(step), officer);
        return open.isEmpty() ? List.copyOf(files.lives(message).keySet()) : open;
    }

    static Step step(String code) {
        return Arrays.stream(Step.values())
                .filter(step -> step.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    List<Input> of(
            String step,
            StepForm form,
            MessageEntry message,
            List<NodeId> towards,
            StepErrors errors,
            PageContext page) {
        var fields = new Fields(form, errors, page);
        var inputs = new ArrayList<Input>();
        if (message.side() == Side.SENT && towards.size() > 1) {
            inputs.add(recipients(fields, towards));
        }
        inputs.addAll(step.equals(NOTE) ? note(fields, message) : of(step(step), fields, message));
        return inputs;
    }

    private List<Input> of(Step step, Fields fields, MessageEntry message) {
        return switch (step) {
            case ACCEPT ->
                List.of(
                        fields.one("worker", "desk.step.worker", workers(fields, message)),
                        fields.line("start", "desk.step.start"));
            case FORWARD ->
                List.of(
                        fields.line("unit", "desk.step.unit"),
                        fields.one("outside", "desk.step.outside", outside(fields)));
            case DECLINE ->
                List.of(
                        fields.one("ground", "desk.step.ground", codes(fields, "ground", "refusal-ground")),
                        fields.line("alternative", "desk.step.alternative"));
            case HOLD ->
                List.of(
                        fields.one("ground", "desk.step.pause", codes(fields, "ground", "pause-reason")),
                        fields.area("desk.step.more"));
            case COMPLETE ->
                List.of(
                        fields.one("outcome", "desk.step.outcome", codes(fields, "outcome", "outcome")),
                        fields.line("followUp", "desk.step.follow-up"),
                        fields.area("desk.step.more"));
            case WITHDRAW -> List.of(fields.area("desk.step.more"));
            case ASK -> List.of(fields.area("desk.step.question"));
            case ANSWER -> List.of(fields.area("desk.step.answered"));
            case FAIL, REOPEN -> List.of(fields.area("desk.step.reason"));
            case CONFIRM_WITHDRAWAL -> List.of(fields.area("desk.step.care"));
            case CLOSE -> List.of(seen(fields));
            case ACKNOWLEDGE, RESUME, START -> List.of();
        };
    }

    private List<Input> note(Fields fields, MessageEntry message) {
        var page = fields.page();
        var country = page.country(message.partner());
        var here = fields.choice("tell", "no", page.text("desk.step.tell.no"));
        var both = fields.choice("tell", "yes", page.text("desk.step.tell.yes", "country", country));
        var choices = message.side() == Side.SENT ? List.of(here) : List.of(here, both);
        return List.of(fields.area("desk.step.text"), fields.one("tell", "desk.step.tell", choices));
    }

    private static Input recipients(Fields fields, List<NodeId> towards) {
        var form = fields.form();
        var choices = towards.stream()
                .map(to -> Choice.of(
                        to.value(),
                        fields.page().country(to),
                        (form.to().isEmpty() && !form.noneChosen()) || form.to().contains(to.value())))
                .toList();
        return new Input(fields.named("to", "desk.step.to"), Kind.SOME, choices);
    }

    private static Input seen(Fields fields) {
        var yes = fields.choice("seen", "yes", fields.page().text("desk.step.seen.yes"));
        return new Input(fields.named("seen", "desk.step.seen"), Kind.SOME, List.of(yes));
    }

    private static List<Choice> outside(Fields fields) {
        var page = fields.page();
        return List.of(
                fields.choice("outside", "no", page.text("desk.step.outside.no")),
                fields.choice("outside", "yes", page.text("desk.step.outside.yes")));
    }

    private List<Choice> workers(Fields fields, MessageEntry message) {
        return acceptance.workers(message).stream()
                .map(officer -> fields.choice("worker", officer.pseudonym(), officer.displayName()))
                .toList();
    }

    private List<Choice> codes(Fields fields, String field, String list) {
        return labels.codes(list).stream()
                .filter(code -> !code.equals(FurtherSteps.ASKED))
                .map(code -> fields.choice(
                        field, code, labels.of(list, code, fields.page().locale())))
                .toList();
    }

    /// The fields of one form, with what was typed and what is wrong.
    private record Fields(StepForm form, StepErrors errors, PageContext page) {

        Input line(String name, String label) {
            return Input.of(Kind.LINE, named(name, label).hint(page.text(label + ".hint")));
        }

        Input area(String label) {
            return Input.of(Kind.AREA, named("note", label).hint(page.text("desk.step.text.hint")));
        }

        Input one(String name, String label, List<Choice> choices) {
            return new Input(named(name, label), Kind.ONE, choices);
        }

        Field named(String name, String label) {
            return Field.of(name, page.text(label)).value(form.get(name)).error(errors.first(name));
        }

        Choice choice(String field, String value, String label) {
            return Choice.of(value, label, form.get(field).equals(value));
        }
    }
}
