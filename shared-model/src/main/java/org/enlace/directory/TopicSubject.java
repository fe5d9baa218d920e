package org.enlace.directory;

/// What a member's topic is about; each member has one topic for each.
public enum TopicSubject {
    CASES,
    VICTIMS,
    ROUTES,
    MODUS_OPERANDI,
    CONTROL,
    ATTACHMENTS
}
