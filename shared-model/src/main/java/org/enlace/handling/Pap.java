package org.enlace.handling;

/// How noticeably a recipient may act on it. Ordered from the widest to the strictest; `RED` means nothing that the
/// trafficker could notice.
///
/// @see <a href="https://www.misp-project.org/taxonomies.html#_pap">Permissible Actions Protocol</a>
public enum Pap {
    CLEAR,
    GREEN,
    AMBER,
    RED
}
