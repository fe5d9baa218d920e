package org.enlace.message;

/// How exactly a place is known or told. Ordered from coarse to fine.
public enum Precision {
    COUNTRY,
    ADMIN1,
    CITY,
    POINT
}
