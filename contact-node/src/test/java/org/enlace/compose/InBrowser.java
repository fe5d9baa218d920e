package org.enlace.compose;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.enlace.browser.Chromium;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The console of one node in one browser, where officers stay signed in from test to test.
abstract class InBrowser {
    static final Pattern CASE = Pattern.compile(".*/cases/GT-2026-.*");

    final DeskNode.Running node = ComposeBrowserTest.node;
    final Chromium chromium = ComposeBrowserTest.chromium;

    @AfterEach
    void noPageComplained() {
        var complaints = chromium.errors();
        chromium.forgetErrors();
        Assertions.assertThat(complaints).isEmpty();
    }

    @AfterEach
    void everyWindowIsClosed() {
        chromium.closeWindows();
    }

    /// A form that is sent before it is filled in says why it does not go.
    final void isRefused(Page page, String button, String why, String picture) {
        noPageComplained();
        page.click(button);
        assertThat(page.locator("#errors")).containsText(why);
        Chromium.shoot(page, picture);
        chromium.refused(page);
    }

    /// A window of an officer who reads English.
    final Page as(Role role) {
        return as(role, "en");
    }

    final Page as(Role role, String language) {
        var page = chromium.seated(node.port(), role);
        reads(page, language);
        return page;
    }

    final void reads(Page page, String language) {
        page.context().addCookies(List.of(new Cookie("language", language).setUrl("http://127.0.0.1:" + node.port())));
    }

    /// @param draft address of it
    final String message(String draft) {
        return node.bean(JdbcClient.class)
                .sql("select message_id from draft where id = ?")
                .param(UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1)))
                .query(UUID.class)
                .single()
                .toString();
    }

    static void type(Page page, String field, String text) {
        tabTo(page, field);
        page.keyboard().type(text);
    }

    /// The first choice after "not chosen".
    static void choose(Page page, String field) {
        tabTo(page, field);
        page.keyboard().press("ArrowDown");
    }

    /// As a person without a mouse gets there.
    static void tabTo(Page page, String target) {
        for (var pressed = 0; pressed < 600; pressed++) {
            if (Boolean.TRUE.equals(page.evaluate("target => document.activeElement?.matches(target)", target))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new IllegalStateException("The keyboard does not reach " + target);
    }
}
