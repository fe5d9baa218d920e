package org.enlace.compose;

import org.enlace.browser.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/// What officers write and decide, in a real browser: one node and one browser, which start once.
class ComposeBrowserTest {
    static DeskNode.Running node;
    static Chromium chromium;

    @BeforeAll
    static void start() {
        node = DeskNode.start();
        chromium = Chromium.launch();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        node.close();
    }

    @Nested
    class Writing extends DraftsInBrowser {}

    @Nested
    class Asking extends RequestsInBrowser {}

    @Nested
    class Correcting extends CorrectionsInBrowser {}

    @Nested
    class Sharing extends SharingInBrowser {}

    @Nested
    class Deciding extends SupervisionInBrowser {}

    @Nested
    class LettingIn extends OfficersInBrowser {}
}
