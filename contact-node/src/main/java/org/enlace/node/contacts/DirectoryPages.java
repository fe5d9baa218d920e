package org.enlace.node.contacts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.enlace.code.Code;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Unseen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Who is in the network and how to reach them.
@Controller
class DirectoryPages {
    private static final int WORDS_MAX = 100;
    /// Members confirm their entries this often.
    private static final Duration CONFIRMED_WITHIN = Duration.ofDays(90);

    private final ContactLines lines;
    private final CurrentDirectory directory;

    DirectoryPages(ContactLines lines, CurrentDirectory directory) {
        this.lines = lines;
        this.directory = directory;
    }

    @Access(Action.READ_DIRECTORY)
    @GetMapping("/directory")
    Page list(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String function,
            PageContext page) {
        var given = words.substring(0, Math.min(words.length(), WORDS_MAX));
        var chosen = lines.functions().find(function).isPresent() ? function : "";
        var current = directory.current();
        return Page.of("directory/list")
                .with(
                        "screen",
                        new DirectoryScreen(
                                given,
                                !given.isBlank() || !chosen.isEmpty(),
                                functions(chosen, page),
                                lines.all(given, chosen, page),
                                current.members().size(),
                                current.version(),
                                current.issuedAt(),
                                current.expiresAt(),
                                current.issuedAt().plus(CONFIRMED_WITHIN).isBefore(page.now()),
                                directory.sendingAllowed()));
    }

    @Access(Action.READ_DIRECTORY)
    @GetMapping("/directory/{code}")
    Page one(@PathVariable String code, PageContext page) {
        return Page.of("directory/contact").with("line", lines.find(code, page).orElseThrow(Unseen::new));
    }

    private List<Choice> functions(String chosen, PageContext page) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of("", page.text("directory.any-function"), chosen.isEmpty()));
        lines.functions().codes().stream()
                .filter(Code::inUse)
                .map(code -> Choice.of(
                        code.code(), code.label(page.locale()), code.code().equals(chosen)))
                .forEach(choices::add);
        return choices;
    }
}
