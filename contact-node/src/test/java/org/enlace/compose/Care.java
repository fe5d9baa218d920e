package org.enlace.compose;

import org.enlace.console.Browser;
import org.enlace.message.MessageType;

/// A draft about a person in care that lacks nothing.
final class Care {
    private Care() {}

    static Written request(Browser browser) {
        return about(browser, MessageType.VICTIM_ASSISTANCE_REQUEST);
    }

    static Written about(Browser browser, MessageType type) {
        var draft = Written.begun(browser, type)
                .to("MX")
                .type("urgency", "NORMAL")
                .type("child", "NO")
                .type("subject", "Travel document")
                .type("caveat", "VICTIM_PROTECTION_ONLY")
                .type("host", "GT")
                .type("situation", "SHELTER")
                .type("personLanguage", "tzh")
                .type("need.0.service", "TRAVEL_DOCUMENT")
                .type("ageBand", "21-23")
                .type("majority", "ADULT")
                .type("traffickingStatus", "PossibleVictimOfTrafficking")
                .type("consulateWanted", "YES")
                .type("whoConsented", "INDIVIDUAL")
                .type("consentDate", "2026-11-20")
                .type("consentLanguage", "tzh")
                .type("fromWhom", "TRAFFICKER");
        for (var purpose : new String[] {"ASSISTANCE", "SHARE_AUTHORITY", "SHARE_CONSULATE"}) {
            draft.type("consent." + purpose, "YES");
        }
        for (var risk : new String[] {"immediateDanger", "retaliationRisk", "testimonyRisk", "returnRisk"}) {
            draft.type(risk, "LOW");
        }
        return draft;
    }
}
