package org.enlace.node.groups;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.groups.GroupListScreen.Form;
import org.enlace.node.groups.GroupOutcome.Objection;
import org.enlace.node.groups.GroupOutcome.Point;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts groups into pages.
@Component
class GroupScreens {
    private static final Pattern CASE = Pattern.compile("[A-Z]{2}-[0-9]{4}-[0-9A-HJ-NP-Z]{6}");

    private final GroupReading reading;
    private final GroupWords words;
    private final AccessRules rules;

    GroupScreens(GroupReading reading, GroupWords words, AccessRules rules) {
        this.reading = reading;
        this.words = words;
        this.rules = rules;
    }

    /// What was typed, and what came of it.
    ///
    /// @param since what somebody else did meanwhile
    record Tried(GroupForm form, List<Objection> against, boolean changed, List<GroupAct> since) {
        static final Tried NOTHING = new Tried(GroupForm.EMPTY, List.of(), false, List.of());
    }

    /// @param key by which a form on it founds a group once
    GroupListScreen list(boolean past, int number, String key, Tried tried, PageContext page) {
        var keeps = keeps(page);
        var found = reading.page(past, number, keeps);
        var at = past ? "/groups?view=past&page=" : "/groups?page=";
        return new GroupListScreen(
                found.groups().stream().map(group -> words.line(group, page)).toList(),
                past,
                number > 0 ? at + (number - 1) : null,
                found.more() ? at + (number + 1) : null,
                keeps,
                keeps && !past ? form(key, tried, page) : null);
    }

    private Form form(String key, Tried tried, PageContext page) {
        var typed = tried.form();
        var hint = page.text("groups.time.hint", "zone", page.zone());
        return new Form(
                key,
                field("found", "name", typed.text("name"), tried, page).hint(page.text("groups.field.name.hint")),
                field("found", "purpose", "", tried, page),
                words.codes("group-purpose", typed.text("purpose"), true, page),
                field("found", "ownReference", typed.text("ownReference"), tried, page)
                        .hint(page.text("groups.field.ownReference.hint")),
                field("found", "starts", typed.text("starts"), tried, page).hint(hint),
                field("found", "ends", typed.text("ends"), tried, page).hint(page.text("groups.field.ends.hint")),
                field("found", "members", "", tried, page),
                words.partners(List.of(), typed.all("members"), page),
                field("found", "ground", "", tried, page),
                words.codes("group-joining", typed.text("ground"), true, page));
    }

    /// @param on the day that was asked for, as it was typed; empty for none
    GroupScreen one(Group group, String on, Tried tried, PageContext page) {
        var acts = reading.acts(group);
        var named = words.named(acts);
        var keeps = keeps(page);
        var reference = keeps ? group.ownReference() : null;
        return new GroupScreen(
                words.line(group, page),
                group.revision(),
                reference,
                reference != null && CASE.matcher(reference).matches() ? "/cases/" + reference : null,
                Membership.of(acts).stream()
                        .map(member -> member(member, group, named, page))
                        .toList(),
                acts.reversed().stream()
                        .map(act ->
                                new GroupScreen.Past(words.of(act, named, page), act.at(), keeps ? act.words() : null))
                        .toList(),
                onDay(group, on, page),
                tried.changed()
                        ? tried.since().stream()
                                .map(act -> words.since(act, named, page))
                                .toList()
                        : List.of(),
                refused(tried, page),
                keeps && group.standing(page.now()) != Group.Standing.OVER ? forms(group, tried, page) : null);
    }

    private @Nullable String refused(Tried tried, PageContext page) {
        if (tried.changed()) {
            return page.text("groups.changed");
        }
        var whole = tried.against().stream()
                .filter(objection -> objection.point() == Point.GROUP_OVER)
                .map(objection -> words.of(objection, page))
                .collect(Collectors.joining(" "));
        return whole.isEmpty() ? null : whole;
    }

    private GroupScreen.Member member(Membership member, Group group, Map<String, String> named, PageContext page) {
        var left = member.left();
        var over = group.standing(page.now()) == Group.Standing.OVER ? group.overAt() : null;
        return new GroupScreen.Member(
                page.country(member.member()),
                member.joined().at(),
                words.by(member.joined(), "group-joining", named, page),
                left == null ? over : left.at(),
                left == null ? page.text("groups.left.over") : words.by(left, "group-leaving", named, page));
    }

    private GroupScreen.OnDay onDay(Group group, String on, PageContext page) {
        var asked = GroupForm.day(on);
        var field = Field.of("on", page.text("groups.on"))
                .value(on)
                .hint(page.text("groups.time.hint", "zone", page.zone()))
                .error(asked == null && !on.isEmpty() ? page.text("groups.on.wrong") : null);
        if (asked == null) {
            return new GroupScreen.OnDay(field, null);
        }
        var day = words.day(asked, page);
        var members = reading.on(group, asked);
        return new GroupScreen.OnDay(
                field,
                members.isEmpty()
                        ? page.text("groups.on.none", "day", day)
                        : page.text("groups.on.answer", "day", day, "members", words.members(members, page)));
    }

    private GroupScreen.Forms forms(Group group, Tried tried, PageContext page) {
        return new GroupScreen.Forms(
                changing(
                        "add",
                        "group-joining",
                        words.partners(group.members(), chosen("add", tried), page),
                        tried,
                        page),
                changing(
                        "remove",
                        "group-leaving",
                        words.countries(group.members(), chosen("remove", tried), page),
                        tried,
                        page),
                new GroupScreen.Prolonging(
                        field("prolong", "ends", typed("prolong", "ends", tried), tried, page),
                        reason("prolong", tried, page)),
                reason("end", tried, page),
                describing(group, tried, page));
    }

    private GroupScreen.Changing changing(
            String act, String list, List<Choice> choices, Tried tried, PageContext page) {
        return new GroupScreen.Changing(
                field(act, "members", "", tried, page),
                choices,
                field(act, "ground", "", tried, page),
                words.codes(list, typed(act, "ground", tried), true, page),
                field(act, "note", typed(act, "note", tried), tried, page).hint(page.text("groups.field.note.hint")));
    }

    private GroupScreen.Describing describing(Group group, Tried tried, PageContext page) {
        var again = tried.form().act().equals("describe");
        var reference = group.ownReference();
        return new GroupScreen.Describing(
                field("describe", "name", again ? tried.form().text("name") : group.name(), tried, page),
                field("describe", "purpose", "", tried, page),
                words.codes("group-purpose", again ? tried.form().text("purpose") : group.purpose(), false, page),
                field(
                        "describe",
                        "ownReference",
                        again ? tried.form().text("ownReference") : reference == null ? "" : reference,
                        tried,
                        page));
    }

    private Field reason(String act, Tried tried, PageContext page) {
        return field(act, "reason", typed(act, "reason", tried), tried, page);
    }

    private static String typed(String act, String field, Tried tried) {
        return tried.form().act().equals(act) ? tried.form().text(field) : "";
    }

    private static List<String> chosen(String act, Tried tried) {
        return tried.form().act().equals(act) ? tried.form().all("members") : List.of();
    }

    private Field field(String act, String name, String value, Tried tried, PageContext page) {
        var wrong = tried.form().act().equals(act)
                ? tried.against().stream()
                        .filter(objection -> objection.point().field().equals(name))
                        .map(objection -> words.of(objection, page))
                        .distinct()
                        .collect(Collectors.joining(" "))
                : "";
        return Field.of(act + "-" + name, page.text("groups.field." + name))
                .value(value)
                .error(wrong.isEmpty() ? null : wrong);
    }

    private boolean keeps(PageContext page) {
        return rules.mayOpen(Objects.requireNonNull(page.officer()), Action.KEEP_GROUPS);
    }
}
