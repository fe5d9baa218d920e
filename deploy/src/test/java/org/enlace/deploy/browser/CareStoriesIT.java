package org.enlace.deploy.browser;

import org.enlace.deploy.network.DemoNetwork;

class CareStoriesIT extends CareStories {
    CareStoriesIT(DemoNetwork network, Chromium chromium) {
        super(network, chromium, "en", "es");
    }
}
