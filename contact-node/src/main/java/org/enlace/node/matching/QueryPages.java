package org.enlace.node.matching;

import java.util.List;
import java.util.UUID;
import org.enlace.node.NodeSettings;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.drafts.BegunRequests;
import org.enlace.node.matching.Asking.Objection;
import org.enlace.node.matching.Asking.Outcome;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Redirect;
import org.enlace.node.web.Unseen;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Private queries in the console. What is asked about goes in a form and stands in no address.
@Controller
@RequestMapping("/queries")
class QueryPages {
    private final Queries queries;
    private final FoundHere hits;
    private final QueryScreens screens;
    private final BegunRequests requests;
    private final NodeSettings settings;

    QueryPages(Queries queries, FoundHere hits, QueryScreens screens, BegunRequests requests, NodeSettings settings) {
        this.queries = queries;
        this.hits = hits;
        this.screens = screens;
        this.requests = requests;
        this.settings = settings;
    }

    @GetMapping
    @Access(Action.ASK_PRIVATELY)
    Page all(@RequestParam(defaultValue = "0") int page, Officer officer, PageContext context) {
        return all(Math.clamp(page, 0, 10_000), QueryForm.empty(), List.of(), officer, context);
    }

    /// The list alone, which the page asks for by itself.
    @GetMapping("/mine")
    @Access(Action.ASK_PRIVATELY)
    Page mine(@RequestParam(defaultValue = "0") int page, Officer officer, PageContext context) {
        return Page.of("queries/mine").with("mine", screens.mine(Math.clamp(page, 0, 10_000), officer, context));
    }

    @PostMapping
    @Access(Action.ASK_PRIVATELY)
    Object ask(@RequestParam MultiValueMap<String, String> sent, Officer officer, PageContext page) {
        var form = new QueryForm(sent);
        if (form.wantsMore()) {
            return all(0, form, List.of(), officer, page);
        }
        var outcome = queries.ask(QueryForm.id(form.text("key"), officer), form.asking(), officer);
        if (outcome instanceof Outcome.OtherBefore) {
            // Somebody went back and changed what the form had asked.
            outcome = queries.ask(UUID.randomUUID(), form.asking(), officer);
        }
        return switch (outcome) {
            case Outcome.Asked(var query) -> Redirect.to("/queries/" + query.id());
            case Outcome.OtherBefore _ -> throw new IllegalStateException("A new id was used before");
            case Outcome.Refused(var against) ->
                all(0, form, against, officer, page).status(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Page all(int number, QueryForm form, List<Objection> against, Officer officer, PageContext page) {
        return Page.of("queries/all").with("screen", screens.all(number, form, against, officer, page));
    }

    @GetMapping("/{id}")
    @Access(Action.ASK_PRIVATELY)
    Page one(@PathVariable UUID id, Officer officer, PageContext page) {
        var query = queries.find(id, officer).orElseThrow(Unseen::new);
        return Page.of("queries/one").with("screen", screens.one(query, officer, page));
    }

    /// Whether answers came since, which the page asks by itself.
    @GetMapping("/{id}/answers")
    @Access(Action.ASK_PRIVATELY)
    Page answers(@PathVariable UUID id, @RequestParam(defaultValue = "0") int seen, Officer officer, PageContext page) {
        var query = queries.find(id, officer).orElseThrow(Unseen::new);
        return Page.of("queries/live").with("live", screens.live(query, seen, page));
    }

    /// Begins a request for information about a hit. It names the query, and nothing of what was asked about.
    @PostMapping("/{id}/write/{partner}")
    @Access(Action.WRITE_INFORMATION)
    ResponseEntity<Void> write(@PathVariable UUID id, @PathVariable String partner, Officer officer, PageContext page) {
        var query = queries.find(id, officer).orElseThrow(Unseen::new);
        var hit = queries.partners(List.of(query)).getOrDefault(query.id(), List.of()).stream()
                .filter(one ->
                        one.partner().value().equals(partner) && !one.hits().isEmpty())
                .findFirst()
                .orElseThrow(Unseen::new);
        var why = page.text("queries.write.why", "reference", hit.reference(settings.node()));
        return Redirect.to(
                "/drafts/" + requests.information(query.reference(), hit.partner(), query.purpose(), why, officer));
    }

    @PostMapping("/hits/{id}/review")
    @Access(Action.ASK_PRIVATELY)
    ResponseEntity<Void> review(@PathVariable UUID id, Officer officer) {
        if (!hits.review(id, officer)) {
            throw new Unseen();
        }
        return Redirect.to("/queries");
    }
}
