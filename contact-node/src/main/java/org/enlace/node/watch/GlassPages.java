package org.enlace.node.watch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.FreshProof;
import org.enlace.node.access.Officer;
import org.enlace.node.watch.Glass.Against;
import org.enlace.node.watch.Watched.Reason;
import org.enlace.node.web.Field;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Redirect;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Opening what is closed because it cannot wait, and opening more than the budget holds.
@Controller
class GlassPages {
    private static final int WORDS_MAX = 2_000;

    private final Glass glass;
    private final ReadBudget budget;

    GlassPages(Glass glass, ReadBudget budget) {
        this.glass = glass;
        this.budget = budget;
    }

    @GetMapping("/break-glass")
    @Access(Action.BREAK_GLASS)
    Page form(@RequestParam(name = "case", defaultValue = "") String reference, PageContext page) {
        return form(reference, null, "", List.of(), page);
    }

    @PostMapping("/break-glass")
    @Access(Action.BREAK_GLASS)
    @FreshProof
    Object shatter(
            @RequestParam(name = "case", defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String words,
            Officer officer,
            PageContext page) {
        var typed = reference.strip().toUpperCase(Locale.ROOT);
        var chosen = reason(reason);
        var against = glass.shatter(typed, chosen, words, officer);
        return against.isEmpty()
                ? Redirect.to("/cases/" + typed)
                : form(reference, chosen, words, against, page).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/reading")
    @Access(Action.READ_CASES)
    Page more(PageContext page) {
        return more("", null, page);
    }

    @PostMapping("/reading")
    @Access(Action.READ_CASES)
    @FreshProof
    Object give(@RequestParam(defaultValue = "") String words, Officer officer, PageContext page) {
        if (words.isBlank() || words.length() > WORDS_MAX) {
            return more(words, page.text("watch.point.words-wrong"), page).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        budget.more(officer, words);
        return Redirect.to("/cases");
    }

    static @Nullable Reason reason(String code) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.name().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static Page form(
            String reference, @Nullable Reason reason, String words, List<Against> against, PageContext page) {
        return Page.of("watch/glass")
                .with("refused", error(against, page, Against.NOT_REVIEWED))
                .with(
                        "reference",
                        Field.of("case", page.text("watch.case"))
                                .value(reference)
                                .error(blank(error(against, page, Against.CASE_WRONG))))
                .with(
                        "reason",
                        Field.of("reason", page.text("watch.reason"))
                                .error(blank(error(against, page, Against.REASON_WRONG))))
                .with("reasons", WatchScreens.reasons(reason, page))
                .with(
                        "words",
                        Field.of("words", page.text("watch.words"))
                                .value(words)
                                .error(blank(error(against, page, Against.WORDS_WRONG))));
    }

    private Page more(String words, @Nullable String error, PageContext page) {
        return Page.of("watch/more")
                .with("cases", budget.casesPerHour())
                .with(
                        "words",
                        Field.of("words", page.text("watch.words")).value(words).error(error));
    }

    private static String error(List<Against> against, PageContext page, Against one) {
        return against.stream()
                .filter(one::equals)
                .map(found -> words(found, page))
                .collect(Collectors.joining());
    }

    private static @Nullable String blank(String text) {
        return text.isEmpty() ? null : text;
    }

    static String words(Against against, PageContext page) {
        return page.text(
                "watch.point." + against.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
