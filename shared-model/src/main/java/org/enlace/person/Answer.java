package org.enlace.person;

public enum Answer {
    YES,
    NO,
    UNKNOWN
}
