package org.enlace.node.information;

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
class InformationPages {
    private static final List<MessageType> TYPES =
            List.of(MessageType.INFORMATION_REQUEST, MessageType.INFORMATION_RESPONSE);

    private final Homes homes;

    InformationPages(Homes homes) {
        this.homes = homes;
    }

    @GetMapping("/information")
    @Access(Action.READ_INFORMATION)
    Page list(@RequestParam(required = false) @Nullable String before, Officer officer, PageContext page) {
        return homes.page("/information", "compose.home.information", TYPES, before, officer, page);
    }
}
