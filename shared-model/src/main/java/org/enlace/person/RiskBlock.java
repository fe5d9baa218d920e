package org.enlace.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the person risks; required on victim messages. An assessment that is missing was never thought of; one that is
/// `NOT_ASSESSED` was, and says so.
///
/// @param fromWhom codes of list `from-whom`
/// @param safeContactMethod S2, code of list `contact-method`
/// @param unsafeHours S2, when nobody must call, in words
public record RiskBlock(
        @Nullable Assessment immediateDanger,
        List<String> fromWhom,
        @Nullable Assessment retaliationRisk,
        @Nullable Assessment testimonyRisk,
        @Nullable Assessment returnRisk,
        @Nullable Sensitive<String> safeContactMethod,
        @Nullable Sensitive<String> unsafeHours) {

    public RiskBlock {
        fromWhom = fromWhom == null ? List.of() : List.copyOf(fromWhom);
    }

    /// @param assessorRole code of list `role`
    /// @param bothSides whether both countries assessed it together
    public record Assessment(RiskLevel level, LocalDate on, String assessorRole, boolean bothSides) {}
}
