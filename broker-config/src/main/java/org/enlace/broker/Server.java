package org.enlace.broker;

/// One broker of a [LocalBroker].
sealed interface Server permits ServerInside, ServerProcess {

    boolean isUp();

    void start();

    /// @throws IllegalStateException if it has died, with where to read why
    void check();

    void stop();

    void kill();

    long pid();
}
