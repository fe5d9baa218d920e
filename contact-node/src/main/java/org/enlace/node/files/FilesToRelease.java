package org.enlace.node.files;

import java.util.List;
import java.util.Optional;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Officers;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.Headlines;
import org.enlace.node.casefile.Labels;
import org.enlace.node.casefile.Sight;
import org.enlace.node.drafts.ReleaseList;
import org.enlace.node.drafts.WaitingToo;
import org.enlace.node.web.NavigationCount;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;

/// Shows whoever may release that a file nobody has scanned waits to be let through: beside what waits for release, and
/// in its number in the navigation.
@Component
class FilesToRelease implements WaitingToo, NavigationCount {
    private final WaitingFiles waiting;
    private final CaseFiles cases;
    private final Headlines headlines;
    private final Labels labels;
    private final Officers officers;
    private final AccessRules rules;

    FilesToRelease(
            WaitingFiles waiting,
            CaseFiles cases,
            Headlines headlines,
            Labels labels,
            Officers officers,
            AccessRules rules) {
        this.waiting = waiting;
        this.cases = cases;
        this.headlines = headlines;
        this.labels = labels;
        this.officers = officers;
        this.rules = rules;
    }

    @Override
    public String path() {
        return "/release";
    }

    @Override
    public int count(Officer officer) {
        return rules.mayOpen(officer, Action.RELEASE) ? waiting.count(new Sight(officer, rules), officer) : 0;
    }

    @Override
    public List<ReleaseList.Line> lines(Officer officer, PageContext page) {
        return waiting.of(new Sight(officer, rules)).stream()
                .map(file -> line(file, officer, page))
                .flatMap(Optional::stream)
                .toList();
    }

    /// What the file is called stands on its page alone, for whoever may know.
    private Optional<ReleaseList.Line> line(WaitingFiles.Waiting file, Officer officer, PageContext page) {
        return cases.find(file.message())
                .map(message -> new ReleaseList.Line(
                        "/messages/" + message.id() + "/files#file-" + file.number(),
                        headlines.marked(message, page.locale()),
                        page.text("casefile.files.number", "n", file.number()),
                        message.urgency(),
                        labels.of("urgency", message.urgency(), page.locale()),
                        message.reference().value(),
                        officers.find(file.by()).map(Officer::displayName).orElse(""),
                        file.at(),
                        file.by().equals(officer.id()),
                        null,
                        false));
    }
}
