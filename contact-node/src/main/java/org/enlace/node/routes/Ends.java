package org.enlace.node.routes;

/// The two places between which a leg leads, in its direction.
record Ends(End from, End to) {
    Ends coarse() {
        return new Ends(from.coarse(), to.coarse());
    }

    /// The same for the same two places.
    String places() {
        return from.place() + " > " + to.place();
    }
}
