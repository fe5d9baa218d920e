package org.enlace.node.web;

import org.enlace.node.Durability;
import org.enlace.node.access.ApiDoors;
import org.enlace.node.access.SecondFactors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What is the same for every page of this node.
@Component
record Console(
        ConsoleSettings settings,
        Texts texts,
        Assets assets,
        Navigation navigation,
        ObjectProvider<Durability> durability,
        SecondFactors factors,
        ApiDoors doors) {

    /// Whether officers come in by their password alone.
    boolean passwordAlone() {
        return factors.optional();
    }

    /// Whether a power cut may take what was confirmed.
    boolean fearsPowerCuts() {
        var known = durability.getIfAvailable();
        return known != null && !known.survivesPowerLoss();
    }
}
