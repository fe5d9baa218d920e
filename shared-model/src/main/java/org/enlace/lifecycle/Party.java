package org.enlace.lifecycle;

/// The two sides of a request or referral.
public enum Party {
    ORIGINATING,
    RECEIVING
}
