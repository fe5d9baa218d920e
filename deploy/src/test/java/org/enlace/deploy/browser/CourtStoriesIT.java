package org.enlace.deploy.browser;

import org.enlace.deploy.network.DemoNetwork;

class CourtStoriesIT extends CourtStories {
    CourtStoriesIT(DemoNetwork network, Chromium chromium) {
        super(network, chromium, "en", "es");
    }
}
