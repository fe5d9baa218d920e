package org.enlace.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.Locale;
import org.enlace.code.CodeLists;

/// A case alert that an officer writes in the console, choosing codes by the labels of their own language.
public final class Written {
    private static final CodeLists LISTS = CodeLists.standard();

    private final Page page;
    private final Locale language;

    private Written(Officer officer, String language) {
        this.page = officer.page();
        this.language = Locale.forLanguageTag(language);
    }

    /// @param words stand in the subject, the reason of the urgency and the description
    public static Written alert(Officer officer, String language, String words) {
        Written written = new Written(officer, language);
        officer.open("/alerts");
        written.write(words);
        return written;
    }

    static String label(String list, String code, String language) {
        return LISTS.list(list).label(code, Locale.forLanguageTag(language));
    }

    private void write(String words) {
        page.click("form[action='/drafts'] button[value='CASE_ALERT']");
        page.check("input[name='urgency'][value='IMMEDIATE']");
        page.fill("#urgencyReason", words);
        choose("#alertKind", "alert-kind", "SUSPECTED_MOVEMENT");
        page.fill("#what", words);
        page.check("input[name='acts'][value='TRANSPORTATION']");
        choose("#askedAction", "asked-action", "OBSERVE_ONLY");
        page.fill("#subject", words);
        choose("#source", "source-reliability", "B");
        choose("#accuracy", "accuracy", "2");
    }

    private void choose(String field, String list, String code) {
        page.selectOption(field, new SelectOption().setLabel(LISTS.list(list).label(code, language)));
    }

    /// Adds a recipient by its name in the officer's language.
    public Written to(String country) {
        page.selectOption("#recipient", new SelectOption().setLabel(CodeLists.country(country, language)));
        page.click("button[value='add-recipient']");
        assertThat(page.locator(".cp-picked")).containsText(CodeLists.country(country, language));
        return this;
    }

    /// Adds a person with this name and a suspect's telephone.
    public Written naming(String name) {
        page.click("button[value='add:name']");
        page.fill("[name='name.0.family']", name);
        page.fill("[name='name.0.given']", name);
        page.click("button[value='add:phone']");
        page.fill("[name='phone.0.number']", name);
        return this;
    }

    public void save() {
        page.locator("#compose button[value='save']").click();
        page.waitForLoadState();
    }

    public void delete() {
        page.click("button[value='delete']");
        page.waitForURL("**/alerts");
    }

    /// @return the reference of the case that it leads to
    public String send() {
        page.click("#send");
        page.waitForURL("**/cases/**");
        return page.url().replaceFirst(".*/cases/([A-Z0-9-]+).*", "$1");
    }
}
