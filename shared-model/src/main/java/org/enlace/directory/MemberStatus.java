package org.enlace.directory;

public enum MemberStatus {
    ACTIVE,
    SUSPENDED,
    LEFT
}
