package org.enlace.person;

public enum ConsentAnswer {
    YES,
    NO,
    NOT_ASKED
}
