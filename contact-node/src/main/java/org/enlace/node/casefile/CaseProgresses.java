package org.enlace.node.casefile;

import java.util.List;
import org.enlace.node.casefile.CaseScreen.Progress;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;

/// The part of a case's page that follows by itself what machines and people do.
@Component
class CaseProgresses {
    private final CaseClocks clocks;
    private final CaseWays ways;
    private final FileCards files;

    CaseProgresses(CaseClocks clocks, CaseWays ways, FileCards files) {
        this.files = files;
        this.clocks = clocks;
        this.ways = ways;
    }

    /// @param seen how many events the page shows
    Progress of(CaseProgress now, int seen, PageContext page) {
        var message = now.message();
        // What was taken back has no life any more: its clock is that of who attests.
        var lives = message.recalled() == null ? now.lives().values() : List.<Life>of();
        return new Progress(
                message.reference().value(),
                message.id().toString(),
                message.side() == Side.SENT,
                seen,
                now.events().size() > seen,
                clocks.of(message, now.standing(), lives, page),
                ways.of(now, page),
                message.sealed() ? null : files.of(message, page));
    }
}
