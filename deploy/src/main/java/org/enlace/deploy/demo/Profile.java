package org.enlace.deploy.demo;

import org.enlace.trial.TopicNames;

enum Profile {
    /// Topics are called after their member and subject, so that people can watch.
    DEMO(TopicNames.READABLE),
    /// Topics have random names, as they should in earnest.
    PRODUCTION_LIKE(TopicNames.OPAQUE);

    private final TopicNames topics;

    Profile(TopicNames topics) {
        this.topics = topics;
    }

    TopicNames topics() {
        return topics;
    }
}
