package org.enlace.message;

import java.time.LocalDate;
import java.util.List;
import org.enlace.message.VictimAssistanceRequest.ContactOverride;
import org.enlace.message.VictimAssistanceRequest.Need;
import org.enlace.person.Answer;
import org.enlace.person.ConsentRecord;
import org.enlace.person.Identity;
import org.enlace.person.LanguageNeed;
import org.enlace.person.PersonBlock;
import org.enlace.person.RiskBlock;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;

/// Asks a state whether a person is its national or permanent resident, and perhaps for a travel document. (Palermo
/// Protocol Art. 8(3) and (4): without undue or unreasonable delay.)
///
/// Whoever is asked for a nationality may be the state that the person fears, so this is contact with the state of
/// origin, whatever the header says about countries.
///
/// @param protection what case workers and consular officers read
/// @param identity opens only after the question was accepted
public record IdentityVerification(
        AlertPart alert,
        @Nullable ProtectionPart protection,
        @Nullable IdentityPart identity) implements VictimMessage {
    public static final String NATIONALITY = "NATIONALITY";
    public static final String TRAVEL_DOCUMENT = "TRAVEL_DOCUMENT";

    @Override
    public MessageType type() {
        return MessageType.IDENTITY_VERIFICATION;
    }

    /// Whether it asks as one asks the state whose national the person may be.
    boolean asksStateOfOrigin() {
        return alert.questions().contains(NATIONALITY) || alert.questions().contains(TRAVEL_DOCUMENT);
    }

    /// @param questions codes of list `identity-question`
    /// @param neededFor what the answer is needed for, without names, at most 2,000 characters
    /// @param host country where the person is, ISO 3166-1 alpha-2
    /// @param situation code of list `situation`
    public record AlertPart(
            List<String> questions, String neededFor, String host, String situation, LanguageNeed language)
            implements Asked {

        public AlertPart {
            questions = questions == null ? List.of() : List.copyOf(questions);
        }

        @Override
        public List<Need> needs() {
            return List.of();
        }
    }

    /// @param documentsHeld codes of list `document`; likewise `documentsWithheld`, by a trafficker for instance
    /// @param protectionClaimPending whether a claim to asylum or another protection is still open
    /// @param contactOverride why the state is asked although the person did not say yes; never against a no
    /// @param senderName who asks, beside the pseudonym in the header
    public record ProtectionPart(
            PersonBlock person,
            @Nullable ConsentRecord consent,
            @Nullable RiskBlock risk,
            List<String> documentsHeld,
            List<String> documentsWithheld,
            Answer protectionClaimPending,
            Answer contactWithConsulateWanted,
            @Nullable ContactOverride contactOverride,
            @Nullable Sensitive<String> note,
            @Nullable Sensitive<String> senderName)
            implements Guarded {

        public ProtectionPart {
            documentsHeld = documentsHeld == null ? List.of() : List.copyOf(documentsHeld);
            documentsWithheld = documentsWithheld == null ? List.of() : List.copyOf(documentsWithheld);
        }

        /// Where the person is, is no part of the question.
        @Override
        public @Nullable Sensitive<String> subdivision() {
            return null;
        }

        @Override
        public @Nullable String legalProceedings() {
            return null;
        }

        @Override
        public @Nullable LocalDate reflectionPeriodUntil() {
            return null;
        }
    }

    /// @param known what else may find the person in a register: place of birth, parents, school (S3)
    public record IdentityPart(
            @Nullable Identity identity, @Nullable Sensitive<String> known) implements Named {

        @Override
        public @Nullable Sensitive<String> address() {
            return null;
        }
    }
}
