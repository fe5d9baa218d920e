package org.enlace.node.groups;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.enlace.node.access.Access;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.groups.GroupScreens.Tried;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Redirect;
import org.enlace.node.web.RequestKey;
import org.enlace.node.web.Unseen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The pages of sharing groups.
@Controller
@RequestMapping("/groups")
class GroupPages {
    private final GroupKeeping keeping;
    private final GroupReading reading;
    private final GroupScreens screens;
    private final AccessRules rules;

    GroupPages(GroupKeeping keeping, GroupReading reading, GroupScreens screens, AccessRules rules) {
        this.keeping = keeping;
        this.reading = reading;
        this.screens = screens;
        this.rules = rules;
    }

    @GetMapping
    @Access(Action.READ_GROUPS)
    Page list(
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "0") int page,
            PageContext context) {
        return list(view.equals("past"), page, UUID.randomUUID().toString(), Tried.NOTHING, context);
    }

    @PostMapping
    @Access(Action.KEEP_GROUPS)
    Object found(@RequestParam MultiValueMap<String, String> sent, Officer by, PageContext page) {
        var form = new GroupForm("found", sent);
        var key = form.text("key");
        return switch (keeping.found(id(key, by), form.asked(), by)) {
            case GroupOutcome.Kept(var group) -> to(group.id());
            case GroupOutcome.Refused(var against) ->
                list(false, 0, key, new Tried(form, against, false, List.of()), page)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            case GroupOutcome.Changed _, GroupOutcome.Unseen _ -> throw new Unseen();
        };
    }

    /// @param on the day about which it is asked who was in the group
    @GetMapping("/{id}")
    @Access(Action.READ_GROUPS)
    Page one(@PathVariable UUID id, @RequestParam(defaultValue = "") String on, PageContext page) {
        var group = reading.find(id, keeps(page)).orElseThrow(Unseen::new);
        return Page.of("groups/one").with("screen", screens.one(group, on.strip(), Tried.NOTHING, page));
    }

    @PostMapping("/{id}/add")
    @Access(Action.KEEP_GROUPS)
    Object add(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent, Officer by, PageContext page) {
        var form = new GroupForm("add", sent);
        return after(
                keeping.add(id, form.revision(), form.all("members"), form.text("ground"), form.text("note"), by),
                id,
                form,
                page);
    }

    @PostMapping("/{id}/remove")
    @Access(Action.KEEP_GROUPS)
    Object remove(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent, Officer by, PageContext page) {
        var form = new GroupForm("remove", sent);
        return after(
                keeping.remove(id, form.revision(), form.all("members"), form.text("ground"), form.text("note"), by),
                id,
                form,
                page);
    }

    @PostMapping("/{id}/prolong")
    @Access(Action.KEEP_GROUPS)
    Object prolong(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent, Officer by, PageContext page) {
        var form = new GroupForm("prolong", sent);
        return after(keeping.prolong(id, form.revision(), form.date("ends"), form.text("reason"), by), id, form, page);
    }

    @PostMapping("/{id}/end")
    @Access(Action.KEEP_GROUPS)
    Object end(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent, Officer by, PageContext page) {
        var form = new GroupForm("end", sent);
        return after(keeping.end(id, form.revision(), form.text("reason"), by), id, form, page);
    }

    @PostMapping("/{id}/describe")
    @Access(Action.KEEP_GROUPS)
    Object describe(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent, Officer by, PageContext page) {
        var form = new GroupForm("describe", sent);
        return after(
                keeping.describe(
                        id, form.revision(), form.text("name"), form.text("purpose"), form.text("ownReference"), by),
                id,
                form,
                page);
    }

    private Object after(GroupOutcome outcome, UUID id, GroupForm form, PageContext page) {
        return switch (outcome) {
            case GroupOutcome.Kept _ -> to(id);
            case GroupOutcome.Refused(var against) ->
                again(id, new Tried(form, against, false, List.of()), HttpStatus.UNPROCESSABLE_CONTENT, page);
            case GroupOutcome.Changed changed ->
                again(id, new Tried(form, List.of(), true, changed.since()), HttpStatus.CONFLICT, page);
            case GroupOutcome.Unseen() -> throw new Unseen();
        };
    }

    private Page again(UUID id, Tried tried, HttpStatus status, PageContext page) {
        var group = reading.find(id, true).orElseThrow(Unseen::new);
        return Page.of("groups/one")
                .with("screen", screens.one(group, "", tried, page))
                .status(status);
    }

    private Page list(boolean past, int number, String key, Tried tried, PageContext page) {
        return Page.of("groups/list").with("screen", screens.list(past, number, key, tried, page));
    }

    private static Object to(UUID id) {
        return Redirect.to("/groups/" + id);
    }

    /// The same form of the same officer names the same group.
    static UUID id(String key, Officer by) {
        return key.isBlank()
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes(
                        (by.id().value() + RequestKey.of(key).digest()).getBytes(StandardCharsets.UTF_8));
    }

    private boolean keeps(PageContext page) {
        return rules.mayOpen(Objects.requireNonNull(page.officer()), Action.KEEP_GROUPS);
    }
}
