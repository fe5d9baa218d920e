package org.enlace.node.copy;

/// What an officer says before a copy is handed out.
///
/// @param language of the copy, ISO 639-1, one of the console's
/// @param to who takes it, code of list `who-consented`
/// @param checked that this is the person, or who speaks for them
/// @param safe that the paper cannot harm the person
record CopyForm(String language, String to, boolean checked, boolean safe) {}
