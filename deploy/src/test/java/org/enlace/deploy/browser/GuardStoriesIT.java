package org.enlace.deploy.browser;

import org.enlace.deploy.network.DemoNetwork;

class GuardStoriesIT extends GuardStories {
    GuardStoriesIT(DemoNetwork network, Chromium chromium) {
        super(network, chromium, "en", "es");
    }
}
