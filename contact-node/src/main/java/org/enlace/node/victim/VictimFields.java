package org.enlace.node.victim;

import java.util.HashMap;
import java.util.Map;

/// Where in the form the fields of a message about a victim are asked.
final class VictimFields {
    private static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry("protection.consent.whoConsented", "whoConsented"),
            Map.entry("protection.consent.date", "consentDate"),
            Map.entry("protection.consent.language", "consentLanguage"),
            Map.entry("protection.consent.legalBasis", "consentBasis"),
            Map.entry("protection.consent.overrideReason", "consentOverride"),
            Map.entry("protection.consent.answers.ASSISTANCE", "consent.ASSISTANCE"),
            Map.entry("protection.consent.answers.SHARE_AUTHORITY", "consent.SHARE_AUTHORITY"),
            Map.entry("protection.consent.answers.SHARE_CONSULATE", "consent.SHARE_CONSULATE"),
            Map.entry("protection.consent.answers.FAMILY_CONTACT", "consent.FAMILY_CONTACT"),
            Map.entry("protection.consent.answers.COURT_USE", "consent.COURT_USE"),
            Map.entry("protection.consent", "consent"),
            Map.entry("protection.risk.fromWhom", "fromWhom"),
            Map.entry("protection.risk.safeContactMethod", "safeContact"),
            Map.entry("protection.risk.unsafeHours", "unsafeHours"),
            Map.entry("protection.risk.immediateDanger", "immediateDanger"),
            Map.entry("protection.risk.retaliationRisk", "retaliationRisk"),
            Map.entry("protection.risk.testimonyRisk", "testimonyRisk"),
            Map.entry("protection.risk.returnRisk", "returnRisk"),
            Map.entry("protection.risk", "risk"),
            Map.entry("protection.contactWithConsulateWanted", "consulateWanted"),
            Map.entry("protection.contactOverride.legalBasis", "consulateBasis"),
            Map.entry("protection.contactOverride", "consulateReason"),
            Map.entry("protection.person.ageBand", "ageBand"),
            Map.entry("protection.person.traffickingStatus", "traffickingStatus"),
            Map.entry("protection.person.decidedBy", "decidedBy"),
            Map.entry("protection.person.citizenship", "citizenship"),
            Map.entry("protection.documentsHeld", "documentsHeld"),
            Map.entry("protection.documentsWithheld", "documentsWithheld"),
            Map.entry("protection.legalProceedings", "legalProceedings"),
            Map.entry("protection.subdivision", "subdivision"),
            Map.entry("protection.person.guardian", "guardian"),
            Map.entry("protection.person", "person"),
            Map.entry("protection.note", "note"),
            Map.entry("protection", "person"),
            Map.entry("alert.host", "host"),
            Map.entry("alert.situation", "situation"),
            Map.entry("alert.language", "personLanguage"),
            Map.entry("alert", "needs"),
            Map.entry("identity.address", "address"),
            Map.entry("identity.identity.familyName", "family"),
            Map.entry("identity.identity.givenNames", "given"),
            Map.entry("identity", "identity"));

    private VictimFields() {}

    /// @param more fields of one kind of message alone
    static Map<String, String> of(Map<String, String> more) {
        var all = new HashMap<>(COMMON);
        all.putAll(more);
        return Map.copyOf(all);
    }
}
