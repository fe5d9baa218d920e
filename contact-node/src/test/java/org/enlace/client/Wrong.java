package org.enlace.client;

import org.jspecify.annotations.Nullable;

/// What is wrong with which field.
public record Wrong(
        String code,
        String detail,
        @Nullable String parameter,
        @Nullable String pointer) {}
