package org.enlace.node.operations;

import java.util.Arrays;
import java.util.Optional;
import org.enlace.message.NodeId;
import org.enlace.node.exchange.QuarantineFilter;
import org.enlace.node.exchange.QuarantineReason;

/// What an address asks of the quarantine. Members and reasons that do not exist ask for nothing.
///
/// @param page from 0
record QuarantineSearch(String member, String reason, int page) {
    static final int PAGE = 50;
    private static final int PAGES_MAX = 10_000;

    static QuarantineSearch of(String member, String reason, int page) {
        return new QuarantineSearch(
                member.matches("[A-Z]{2}") ? member : "",
                reason(reason).map(Enum::name).orElse(""),
                Math.clamp(page, 0, PAGES_MAX));
    }

    QuarantineFilter filter() {
        return new QuarantineFilter(
                member.isEmpty() ? null : new NodeId(member), reason(reason).orElse(null));
    }

    String path(int at) {
        return path(member, reason, at);
    }

    static String path(String member, String reason, int page) {
        return "/operations/quarantine?member=" + member + "&reason=" + reason + "&page=" + page;
    }

    private static Optional<QuarantineReason> reason(String name) {
        return Arrays.stream(QuarantineReason.values())
                .filter(reason -> reason.name().equals(name))
                .findFirst();
    }
}
