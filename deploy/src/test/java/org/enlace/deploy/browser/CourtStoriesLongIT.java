package org.enlace.deploy.browser;

import org.enlace.deploy.network.DemoNetwork;
import org.junit.jupiter.api.Tag;

@Tag("long")
class CourtStoriesLongIT extends CourtStories {
    CourtStoriesLongIT(DemoNetwork network, Chromium chromium) {
        super(network, chromium, "pt", "fr");
    }
}
