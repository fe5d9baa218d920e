package org.enlace.node.recall;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an officer records for a person who no longer agrees; it stays when something is wrong with it.
///
/// @param purposes codes of list `consent-purpose`
/// @param on the day on which the person said so, `2026-05-12`
/// @param language in which it was spoken about, ISO 639-3
/// @param interpreter code of list `answer`, yes or no
record WithdrawForm(List<String> purposes, String on, String language, String interpreter) {
    static final WithdrawForm EMPTY = new WithdrawForm(List.of(), "", "", "");

    WithdrawForm {
        purposes = List.copyOf(purposes);
    }

    @Nullable
    LocalDate day() {
        try {
            return LocalDate.parse(on.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
