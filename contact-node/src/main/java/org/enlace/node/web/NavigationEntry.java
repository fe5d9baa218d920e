package org.enlace.node.web;

/// One entry on top of each page.
///
/// @param key of its text
/// @param waiting shown beside it unless it is 0
public record NavigationEntry(String path, String key, String icon, int waiting, boolean current) {}
