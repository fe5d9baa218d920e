/// What all pages and the API share: layout, texts in four languages, times, errors, assets, and the pages of no
/// family: sign-in and profile. A feature hands over a [org.enlace.node.web.Page]; this package shows it.
@NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Web",
        allowedDependencies = {"access"})
package org.enlace.node.web;

import org.jspecify.annotations.NullMarked;
