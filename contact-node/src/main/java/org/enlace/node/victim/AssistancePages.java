package org.enlace.node.victim;

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
class AssistancePages {
    private static final List<MessageType> TYPES = List.of(
            MessageType.VICTIM_ASSISTANCE_REQUEST,
            MessageType.VICTIM_REFERRAL,
            MessageType.IDENTITY_VERIFICATION,
            MessageType.IDENTITY_VERIFICATION_ANSWER);

    private final Homes homes;

    AssistancePages(Homes homes) {
        this.homes = homes;
    }

    @GetMapping("/assistance")
    @Access(Action.READ_ASSISTANCE)
    Page list(@RequestParam(required = false) @Nullable String before, Officer officer, PageContext page) {
        return homes.page("/assistance", "compose.home.assistance", TYPES, before, officer, page);
    }
}
