package org.enlace.deploy.browser;

import org.enlace.deploy.network.DemoNetwork;

class DeskStoriesIT extends DeskStories {
    DeskStoriesIT(DemoNetwork network, Chromium chromium) {
        super(network, chromium, "en", "es");
    }
}
