package org.enlace.node.intelligence;

import java.util.List;
import org.enlace.message.MessageType;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.drafts.Homes;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ReportPages {
    private static final List<MessageType> TYPES = List.of(MessageType.ROUTE_REPORT, MessageType.MODUS_OPERANDI_REPORT);

    private final Homes homes;

    ReportPages(Homes homes) {
        this.homes = homes;
    }

    @GetMapping("/reports")
    @Access(Action.READ_REPORTS)
    Page list(@RequestParam(required = false) @Nullable String before, Officer officer, PageContext page) {
        return homes.page("/reports", "compose.home.reports", TYPES, before, officer, page);
    }
}
