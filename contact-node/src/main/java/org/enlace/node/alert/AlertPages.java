package org.enlace.node.alert;

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
class AlertPages {
    private static final List<MessageType> TYPES = List.of(MessageType.CASE_ALERT);

    private final Homes homes;

    AlertPages(Homes homes) {
        this.homes = homes;
    }

    @GetMapping("/alerts")
    @Access(Action.READ_ALERTS)
    Page list(@RequestParam(required = false) @Nullable String before, Officer officer, PageContext page) {
        return homes.page("/alerts", "compose.home.alerts", TYPES, before, officer, page);
    }
}
