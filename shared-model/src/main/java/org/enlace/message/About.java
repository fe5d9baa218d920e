package org.enlace.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.enlace.handling.Handling;
import org.enlace.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/// What every addressed contact point reads of a message before it opens any part: nothing of class S2 or S3 is here.
///
/// @param schemaVersion of the content, 1
/// @param codeListVersions by list id; a list that is not there is in version 1
/// @param caseRef absent only on messages that belong to no case
/// @param nationalRef the sender's own file number (S1)
/// @param supersedes the version of a message that this one takes the place of, by the id that its sender gave it
/// @param correctionReason with it, code of list `correction-reason`
/// @param legalBasis codes of list `legal-basis`
/// @param purpose codes of list `purpose`
/// @param language of the free text, ISO 639-3
/// @param senderRole code of list `role`
/// @param senderOfficer a duty pseudonym; the real name, if any, stands in the protection part
/// @param addressedRole code of list `role`
/// @param subject at most 120 characters, no names
public record About(
        MessageType messageType,
        int schemaVersion,
        Map<String, Integer> codeListVersions,
        @Nullable CaseReference caseRef,
        @Nullable String nationalRef,
        @Nullable MessageId inReplyTo,
        @Nullable MessageId supersedes,
        @Nullable String correctionReason,
        Urgency urgency,
        @Nullable String urgencyReason,
        Handling handling,
        List<String> legalBasis,
        List<String> purpose,
        @Nullable String language,
        String senderRole,
        String senderOfficer,
        @Nullable String addressedRole,
        List<CountryRole> countryRoles,
        ChildInvolved childInvolved,
        @Nullable Instant deadline,
        @Nullable Retention retention,
        @Nullable String consentRef,
        String subject) {
    public static final int SCHEMA_VERSION = 1;

    public About {
        codeListVersions = codeListVersions == null ? Map.of() : Map.copyOf(codeListVersions);
        legalBasis = legalBasis == null ? List.of() : List.copyOf(legalBasis);
        purpose = purpose == null ? List.of() : List.copyOf(purpose);
        countryRoles = countryRoles == null ? List.of() : List.copyOf(countryRoles);
        if (schemaVersion < 1) {
            throw new IllegalArgumentException("Versions of the content count from 1");
        }
    }

    /// Of a receipt or status: routine, unmarked handling, nothing to add.
    ///
    /// @param inReplyTo the message that it is about
    public static About control(
            MessageType type, @Nullable CaseReference caseRef, @Nullable MessageId inReplyTo, String senderOfficer) {
        return new About(
                type,
                SCHEMA_VERSION,
                Map.of(),
                caseRef,
                null,
                inReplyTo,
                null,
                null,
                Urgency.ROUTINE,
                null,
                Handling.UNMARKED,
                List.of(),
                List.of(),
                null,
                "NODE",
                senderOfficer,
                null,
                List.of(),
                ChildInvolved.NO,
                null,
                null,
                null,
                type.name());
    }

    /// How long recipients keep it.
    ///
    /// @param category code of list `retention`
    public record Retention(String category, @Nullable LocalDate until) {}
}
