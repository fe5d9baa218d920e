package org.enlace.node.files;

import org.enlace.handling.Caveat;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Officers;
import org.enlace.node.attachment.AttachmentProgress;
import org.enlace.node.attachment.AttachmentState;
import org.enlace.node.attachment.FileWords;
import org.enlace.node.attachment.NamedFile;
import org.enlace.node.casefile.CaseAddress;
import org.enlace.node.casefile.Headlines;
import org.enlace.node.casefile.Reach;
import org.enlace.node.casefile.Side;
import org.enlace.node.web.PageContext;
import org.enlace.person.ShowsPersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the files of a message into the words of their reader.
@Component
class FileScreens {
    private final Headlines headlines;
    private final AccessRules rules;
    private final Officers officers;

    FileScreens(Headlines headlines, AccessRules rules, Officers officers) {
        this.headlines = headlines;
        this.rules = rules;
        this.officers = officers;
    }

    FilesScreen of(FileDesk.Seen seen, @Nullable String problem, Officer officer, PageContext page) {
        var access = seen.access();
        var message = access.message();
        return new FilesScreen(
                message.reference().value(),
                CaseAddress.of(message),
                headlines.marked(message, page.locale()),
                "/messages/" + message.id() + "/files",
                message.partner(),
                message.side() == Side.SENT,
                switch (access.verdict()) {
                    case OPEN -> null;
                    case NOT_YET -> page.text("casefile.files.not-yet");
                    case CLOSED -> page.text("casefile.files.closed");
                },
                access.handling().has(Caveat.NO_ATTACHMENT_EXPORT),
                seen.all().stream().map(file -> line(file, seen, officer, page)).toList(),
                FileDesk.isWanted(access, seen.all()) && rules.mayOpen(officer, Action.WORK_CASES),
                problem);
    }

    private FilesScreen.Line line(AttachmentProgress file, FileDesk.Seen seen, Officer officer, PageContext page) {
        var may = seen.access().verdict() == Reach.Verdict.OPEN;
        var named = seen.named().stream()
                .filter(one -> one.progress().number() == file.number())
                .findFirst();
        var wish = seen.wishes().get(file.number());
        var waits = FileDesk.waits(file);
        return new FilesScreen.Line(
                file.number(),
                named.map(FileScreens::name).orElse(null),
                named.map(one -> FileWords.facts(one, page)).orElse(null),
                FileWords.state(file, page),
                file.state().tone(),
                file.done() * 100 / file.chunks(),
                may && isOpen(file.state()),
                !waits || wish == null
                        ? null
                        : page.text(
                                "casefile.files.asked",
                                "name",
                                officers.find(wish.by())
                                        .map(Officer::displayName)
                                        .orElse(""),
                                "time",
                                page.time(wish.at())),
                may && waits && wish == null,
                waits && wish != null && !wish.by().equals(officer.id()) && rules.mayOpen(officer, Action.RELEASE),
                again(file.state(), officer, page));
    }

    private @Nullable String again(AttachmentState state, Officer officer, PageContext page) {
        if (!rules.mayOpen(officer, Action.WORK_CASES)) {
            return null;
        }
        return switch (state) {
            case COMING -> page.text("casefile.files.look-again");
            case SENT -> page.text("casefile.files.send-again");
            case LEAVING, CHECKING, UNSCANNED, WHOLE, MALWARE, DAMAGED -> null;
        };
    }

    private static boolean isOpen(AttachmentState state) {
        return switch (state) {
            case LEAVING, SENT, WHOLE -> true;
            case COMING, CHECKING, UNSCANNED, MALWARE, DAMAGED -> false;
        };
    }

    @ShowsPersonalData
    private static String name(NamedFile file) {
        return file.name().reveal();
    }
}
