package org.enlace.compose;

import org.enlace.browser.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/// What officers write and decide, in a real browser: one node and one browser, which start once.
class ComposeBrowserTest {
    private static DeskNode.Running node;
    private static Chromium chromium;

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
    class Writing extends DraftsInBrowser {
        Writing() {
            super(ComposeBrowserTest.node, ComposeBrowserTest.chromium);
        }
    }

    @Nested
    class Asking extends RequestsInBrowser {
        Asking() {
            super(ComposeBrowserTest.node, ComposeBrowserTest.chromium);
        }
    }

    @Nested
    class Correcting extends CorrectionsInBrowser {
        Correcting() {
            super(ComposeBrowserTest.node, ComposeBrowserTest.chromium);
        }
    }

    @Nested
    class Sharing extends SharingInBrowser {
        Sharing() {
            super(ComposeBrowserTest.node, ComposeBrowserTest.chromium);
        }
    }

    @Nested
    class Deciding extends SupervisionInBrowser {
        Deciding() {
            super(ComposeBrowserTest.node, ComposeBrowserTest.chromium);
        }
    }

    @Nested
    class LettingIn extends OfficersInBrowser {
        LettingIn() {
            super(ComposeBrowserTest.node, ComposeBrowserTest.chromium);
        }
    }
}
