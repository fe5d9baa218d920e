package org.enlace.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One person in a victim message, without name or place. The languages stand in the part that every desk reads.
///
/// @param personRef random, for this case only
/// @param ageBand code of list `age-band`
/// @param gender S2, code of list `gender`
/// @param citizenship S2, ISO 3166-1 alpha-2; `XXA` stateless, `XXX` unspecified
/// @param protectionStatus S2, code of list `protection-status`
/// @param traffickingStatus code of list `trafficking-status`
/// @param decidedBy who decided on that status, code of list `deciding-body`
/// @param guardian S2, a named authority, required for a child; not a relative by default
/// @param disabilityNeeds S2, needs rather than diagnoses, codes of list `disability-need`
public record PersonBlock(
        String personRef,
        String ageBand,
        Majority majority,
        @Nullable Sensitive<String> gender,
        @Nullable Sensitive<List<String>> citizenship,
        @Nullable Sensitive<String> protectionStatus,
        String traffickingStatus,
        @Nullable String decidedBy,
        List<Dependant> dependants,
        @Nullable Sensitive<String> guardian,
        @Nullable Sensitive<List<String>> disabilityNeeds,
        Answer healthUrgent,
        @Nullable ExistingStatement existingStatement) {

    public PersonBlock {
        dependants = dependants == null ? List.of() : List.copyOf(dependants);
    }

    /// @param relation S2, code of list `relation`
    public record Dependant(String personRef, Sensitive<String> relation) {}

    /// A statement that was already taken, so that nobody asks the person again.
    public record ExistingStatement(String authority, LocalDate date, String language) {}
}
