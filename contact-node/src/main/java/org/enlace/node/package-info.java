/// The contact node of one member: console and API for its officers, exchange with its partners. Here are only
/// the start, the settings and what every module may use.
@NullMarked
package org.enlace.node;

import org.jspecify.annotations.NullMarked;
