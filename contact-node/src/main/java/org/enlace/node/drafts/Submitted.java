package org.enlace.node.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// What a browser sent with a form: the values, and which button was pressed.
///
/// @param act `save`, `send`, `take-back`, `close`, `delete`, or what to do with the form itself such as `add:vehicle`
/// @param stand how the draft stood on the page; null for a page that does not say
record Submitted(
        String act,
        Map<String, List<String>> fields,
        @Nullable Stand stand) {
    private static final int FIELDS_MAX = 600;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._]{0,79}");
    private static final Pattern ADD = Pattern.compile("add:([a-z]{1,20})");
    private static final Pattern DROP = Pattern.compile("drop:([a-z]{1,20})\\.([0-9]{1,2})");
    private static final Pattern RECIPIENT = Pattern.compile("remove-recipient:([A-Z]{2})");
    private static final Pattern FILE = Pattern.compile("remove-file:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private static final int ENTRIES_MAX = 20;
    /// Names within the case that a draft took over from what was sent; nobody types them.
    private static final Pattern NAMED = Pattern.compile("personRef|consentRef|[a-z]{1,20}\\.[0-9]{1,2}\\.ref");

    static Submitted of(MultiValueMap<String, String> form) {
        var fields = new TreeMap<String, List<String>>();
        form.forEach((name, values) -> {
            if (fields.size() < FIELDS_MAX && NAME.matcher(name).matches()) {
                fields.put(name, new ArrayList<>(values));
            }
        });
        fields.remove("act");
        // A browser without scripts names the file that it does not send.
        fields.remove("file");
        var act = form.getFirst("act");
        var stand = Stand.of(form.getFirst(Stand.FIELD)).orElse(null);
        return new Submitted(act == null ? "save" : act, fields, stand);
    }

    /// What the draft holds after this: browsers send nothing for boxes that are not ticked, so the form replaces all;
    /// only recipients, and what it replies to or corrects, are kept by the draft itself.
    Values values(Values before) {
        var values = ChosenGroups.kept(new Values(fields), before)
                .with("recipients", before.all("recipients"))
                .with(Draft.IN_REPLY_TO, before.all(Draft.IN_REPLY_TO))
                .with(Draft.CORRECTS, before.all(Draft.CORRECTS))
                .with(Draft.KEEPS, before.all(Draft.KEEPS))
                .with(Draft.TAKES_UP, before.all(Draft.TAKES_UP))
                .with(Draft.OWNER, before.all(Draft.OWNER))
                .with(Draft.HANDLED, before.all(Draft.HANDLED));
        if (before.one(Draft.CORRECTS) != null) {
            // Who gets it, and how they handle it, is not asked again.
            for (var question : CommonCards.HANDLING.questions()) {
                values = values.with(question.name(), before.all(question.name()));
            }
            return changed(named(values, before));
        }
        values = named(values, before);
        var handled = before.one(Draft.HANDLED) != null;
        for (var question : handled ? CommonCards.HANDLING.questions() : List.<Question>of()) {
            if (!fields.containsKey(question.name())) {
                values = values.with(question.name(), before.all(question.name()));
            }
        }
        var recipient = values.one("recipient");
        if (act.equals("add-recipient") && recipient != null) {
            return values.plus("recipients", recipient);
        }
        var removed = RECIPIENT.matcher(act);
        if (removed.matches()) {
            return ChosenGroups.removed(values, removed.group(1));
        }
        if (act.equals("drop-group")) {
            return ChosenGroups.dropped(values);
        }
        return changed(values);
    }

    private static Values named(Values typed, Values before) {
        var values = typed;
        for (var name : List.copyOf(typed.asMap().keySet())) {
            values = NAMED.matcher(name).matches() ? values.with(name, List.of()) : values;
        }
        for (var name : before.asMap().keySet()) {
            // An entry that was removed takes its name along.
            var entry = name.substring(0, Math.max(0, name.length() - ".ref".length()));
            if (NAMED.matcher(name).matches() && (!name.endsWith(".ref") || typed.hasAny(entry))) {
                values = values.with(name, before.all(name));
            }
        }
        return values;
    }

    private Values changed(Values values) {
        var dropped = DROP.matcher(act);
        if (dropped.matches()) {
            return values.without(dropped.group(1), Integer.parseInt(dropped.group(2)));
        }
        var added = ADD.matcher(act);
        return added.matches() ? more(values, added.group(1)) : values;
    }

    private static Values more(Values values, String group) {
        var numbers = values.numbers(group);
        if (numbers.size() >= ENTRIES_MAX) {
            return values;
        }
        var next = numbers.isEmpty() ? 0 : numbers.last() + 1;
        return values.with(group + "." + next + "._", List.of("1"));
    }

    /// The file that the officer takes out again, if that is what was pressed.
    Optional<UUID> removedFile() {
        var removed = FILE.matcher(act);
        return removed.matches() ? Optional.of(UUID.fromString(removed.group(1))) : Optional.empty();
    }

    /// Where on the page the officer goes on.
    String anchor() {
        if (act.contains("recipient") || act.contains("-group")) {
            return "#recipients";
        }
        if (FILE.matcher(act).matches()) {
            return "#files";
        }
        var added = ADD.matcher(act);
        if (added.matches()) {
            return "#group-" + added.group(1);
        }
        var dropped = DROP.matcher(act);
        return dropped.matches() ? "#group-" + dropped.group(1) : "";
    }
}
