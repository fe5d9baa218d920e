package org.enlace.deploy.demo;

/// Where the demo's JVMs come from.
interface Jvms {
    Jvm jvm();

    /// Told when something ended that was started from prepared classes; the next start should not rely on them.
    default void forget() {}
}
