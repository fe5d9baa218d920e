package org.enlace.deploy.browser;

import org.enlace.deploy.network.DemoNetwork;
import org.junit.jupiter.api.Tag;

@Tag("long")
class DeskStoriesLongIT extends DeskStories {
    DeskStoriesLongIT(DemoNetwork network, Chromium chromium) {
        super(network, chromium, "pt", "fr");
    }
}
