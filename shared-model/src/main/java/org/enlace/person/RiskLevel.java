package org.enlace.person;

public enum RiskLevel {
    LOW,
    MEDIUM,
    HIGH,
    NOT_ASSESSED
}
