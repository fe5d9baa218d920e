package org.enlace.node.web;

import org.enlace.node.Durability;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What is the same for every page of this node.
@Component
record Console(
        ConsoleSettings settings,
        Texts texts,
        Assets assets,
        Navigation navigation,
        ObjectProvider<Durability> durability) {

    /// Whether a power cut may take what was confirmed.
    boolean fearsPowerCuts() {
        var known = durability.getIfAvailable();
        return known != null && !known.survivesPowerLoss();
    }
}
