package org.enlace.deploy.demo;

import org.enlace.trial.TopicNames;

enum Profile {
    /// Topics are called after their member and subject, so that people can watch; quick to start.
    DEMO(TopicNames.READABLE, "-XX:TieredStopAtLevel=1"),
    /// Topics have random names and the JVM compiles for long work, as in earnest.
    PRODUCTION_LIKE(TopicNames.OPAQUE, "-XX:+TieredCompilation");

    private final TopicNames topics;
    private final String compiling;

    Profile(TopicNames topics, String compiling) {
        this.topics = topics;
        this.compiling = compiling;
    }

    TopicNames topics() {
        return topics;
    }

    /// Option of the JVM that decides how long it compiles.
    String compiling() {
        return compiling;
    }
}
