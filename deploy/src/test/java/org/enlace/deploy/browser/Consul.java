package org.enlace.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.enlace.code.CodeLists;

/// A request for help that a consular officer writes for a victim who speaks Q'eqchi', choosing every code by its label
/// in the officer's own language.
final class Consul {
    /// What whoever is asked has to understand before the first decision: list and code.
    static final List<List<String>> SAID = List.of(
            List.of("situation", "HOSPITAL"),
            List.of("service", "TRAVEL_DOCUMENT"),
            List.of("service", "PSYCHOSOCIAL"),
            List.of("language", "kek"),
            List.of("gender", "Feminine"),
            List.of("answer", "YES"));

    private static final CodeLists LISTS = CodeLists.standard();

    private final Page page;
    private final String language;

    Consul(Officer officer, String language) {
        this.page = officer.page();
        this.language = language;
        officer.open("/assistance");
        page.click("form[action='/drafts'] button[value='VICTIM_ASSISTANCE_REQUEST']");
        page.waitForURL("**/drafts/**");
    }

    /// @param recipient whose citizen she is
    /// @param retaliation code of list `risk-level`
    void writes(String recipient, String retaliation) {
        // What is pressed comes first: what is chosen is saved by itself a moment later, and must not come after it.
        lines(2);
        to(recipient);
        consent();
        for (String risk : List.of("immediateDanger", "testimonyRisk", "returnRisk")) {
            page.check("input[name='" + risk + "'][value='LOW']");
        }
        assesses(retaliation);
        tick("fromWhom", "TRAFFICKER");
        page.fill("#riskDate", "2026-11-20");
        choose("#assessorRole", "role", "CASE_WORKER");
        page.check("input[name='urgency'][value='URGENT']");
        page.fill("#urgencyReason", "Discharge tomorrow");
        needs();
        person(recipient);
        page.fill("#family", "Ejemplo");
        page.fill("#given", "Persona");
        page.fill("#subject", "Help for a woman in hospital");
        tick("purpose", "VICTIM_PROTECTION");
        choose("#addressedRole", "role", "CONSULAR");
    }

    void assesses(String retaliation) {
        page.check("input[name='retaliationRisk'][value='" + retaliation + "']");
    }

    private void consent() {
        choose("#whoConsented", "who-consented", "INDIVIDUAL");
        page.fill("#consentDate", "2026-11-20");
        choose("#consentLanguage", "language", "kek");
        page.check("#consentInterpreter");
        Map.of("ASSISTANCE", "YES", "SHARE_AUTHORITY", "YES", "SHARE_CONSULATE", "YES", "POLICE_USE", "NO")
                .forEach((purpose, answer) ->
                        page.check("input[name='consent." + purpose + "'][value='" + answer + "']"));
        for (String told : List.of("interview", "purpose", "use", "own", "storage", "withdrawal")) {
            page.check("[name='told." + told + "']");
        }
    }

    private void needs() {
        page.selectOption("#host", new SelectOption().setValue("MX"));
        choose("#situation", "situation", "HOSPITAL");
        choose("#personLanguage", "language", "kek");
        page.check("#spokenOnly");
        page.check("input[name='interpreter'][value='YES']");
        choose("#interpreterGender", "gender", "Feminine");
        need(0, "TRAVEL_DOCUMENT");
        need(1, "PSYCHOSOCIAL");
    }

    private void lines(int needed) {
        Locator lines = page.locator("select[name^='need.'][name$='.service']");
        for (int there = lines.count(); there < needed; there++) {
            page.click("button[value='add:need']");
            assertThat(lines).hasCount(there + 1, new HasCountOptions().setTimeout(15_000));
        }
    }

    private void need(int number, String service) {
        choose("[name='need." + number + ".service']", "service", service);
        choose("[name='need." + number + ".urgency']", "urgency", "URGENT");
    }

    private void person(String citizenship) {
        choose("#ageBand", "age-band", "21-23");
        page.check("input[name='majority'][value='ADULT']");
        page.locator("[name='citizenship']").first().selectOption(citizenship);
        choose("#traffickingStatus", "trafficking-status", "PossibleVictimOfTrafficking");
        choose("#decidedBy", "deciding-body", "NGO");
        page.check("input[name='healthUrgent'][value='NO']");
        page.check("input[name='consulateWanted'][value='YES']");
    }

    void to(String country) {
        String name = CodeLists.country(country, Locale.forLanguageTag(language));
        page.selectOption("#recipient", new SelectOption().setLabel(name));
        page.click("button[value='add-recipient']");
        assertThat(page.locator(".cp-picked")).containsText(name);
    }

    void without(String country) {
        page.click("button[value='remove-recipient:" + country + "']");
    }

    /// Where the list is long it is folded.
    void tick(String name, String value) {
        Locator box = page.locator("input[name='" + name + "'][value='" + value + "']");
        // A page that is still coming shows nothing yet.
        box.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        if (!box.isVisible()) {
            page.locator("details", new Page.LocatorOptions().setHas(box))
                    .locator("summary")
                    .first()
                    .click();
        }
        box.check();
    }

    void choose(String field, String list, String code) {
        page.selectOption(
                field, new SelectOption().setLabel(LISTS.list(list).label(code, Locale.forLanguageTag(language))));
    }

    /// Asks for its release.
    void sends() {
        page.click("#send");
    }
}
