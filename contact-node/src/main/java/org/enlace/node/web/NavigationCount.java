package org.enlace.node.web;

import org.enlace.node.access.Officer;

/// A number beside an entry of the navigation, such as what waits on the desk. A feature offers one as a bean.
public interface NavigationCount {
    /// The entry's path, such as `/desk`.
    String path();

    /// How many of what this officer may see.
    int count(Officer officer);
}
