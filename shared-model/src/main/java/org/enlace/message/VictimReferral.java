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
import org.enlace.person.RiskLevel;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;

/// Care of a person is handed to, or shared with, another contact point: it goes on there, the person returns or moves
/// on, the family is looked for, or somebody stands by a witness.
///
/// @param protection what case workers and consular officers read
/// @param identity opens only after the referral was accepted
public record VictimReferral(
        AlertPart alert,
        @Nullable ProtectionPart protection,
        @Nullable IdentityPart identity) implements VictimMessage {
    public static final String CONTINUED_CARE = "CONTINUED_CARE";
    public static final String VOLUNTARY_RETURN = "VOLUNTARY_RETURN";
    public static final String ONWARD_MOVE = "ONWARD_MOVE";
    public static final String FAMILY_TRACING = "FAMILY_TRACING";
    public static final String TESTIMONY_SUPPORT = "TESTIMONY_SUPPORT";

    @Override
    public MessageType type() {
        return MessageType.VICTIM_REFERRAL;
    }

    /// @param referralKind code of list `referral-kind`
    /// @param host country where the person is, ISO 3166-1 alpha-2
    /// @param situation code of list `situation`
    /// @param servicesGiven codes of list `service`: what the sender has done already
    /// @param followUpAt days on which the receiving side looks how the person is
    public record AlertPart(
            String referralKind,
            String host,
            String situation,
            List<String> servicesGiven,
            List<Need> servicesRequested,
            LanguageNeed language,
            List<LocalDate> followUpAt)
            implements Asked {

        public AlertPart {
            servicesGiven = servicesGiven == null ? List.of() : List.copyOf(servicesGiven);
            servicesRequested = servicesRequested == null ? List.of() : List.copyOf(servicesRequested);
            followUpAt = followUpAt == null ? List.of() : List.copyOf(followUpAt);
        }

        @Override
        public List<Need> needs() {
            return servicesRequested;
        }
    }

    /// @param subdivision where in the host country, ISO 3166-2 (S2)
    /// @param documentsHeld codes of list `document`; likewise `documentsWithheld`, by a trafficker for instance
    /// @param legalProceedings code of list `legal-proceedings`
    /// @param contactOverride why the state of origin is told although the person did not say yes
    /// @param senderName who asks, beside the pseudonym in the header
    /// @param receptionBy the person or authority that meets and takes in whoever returns or moves on (S2)
    /// @param voluntaryReturn required with `VOLUNTARY_RETURN`
    public record ProtectionPart(
            PersonBlock person,
            @Nullable ConsentRecord consent,
            @Nullable RiskBlock risk,
            @Nullable Sensitive<String> subdivision,
            List<String> documentsHeld,
            List<String> documentsWithheld,
            @Nullable String legalProceedings,
            @Nullable LocalDate reflectionPeriodUntil,
            Answer contactWithConsulateWanted,
            @Nullable ContactOverride contactOverride,
            @Nullable Sensitive<String> note,
            @Nullable Sensitive<String> senderName,
            @Nullable SupportPlan supportPlan,
            @Nullable Sensitive<String> receptionBy,
            @Nullable VoluntaryReturn voluntaryReturn)
            implements Guarded {

        public ProtectionPart {
            documentsHeld = documentsHeld == null ? List.of() : List.copyOf(documentsHeld);
            documentsWithheld = documentsWithheld == null ? List.of() : List.copyOf(documentsWithheld);
        }
    }

    /// @param types codes of list `service`
    /// @param objectives S2, in words
    public record SupportPlan(
            List<String> types,
            @Nullable Sensitive<String> objectives,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        public SupportPlan {
            types = types == null ? List.of() : List.copyOf(types);
        }
    }

    /// What a return is not sent without, beside consent and risk.
    ///
    /// @param protectionClaimPending whether a claim to asylum or another protection is still open
    /// @param hasDependants whether anybody depends on the person; each is listed in the person block
    /// @param bestInterests required for a child
    public record VoluntaryReturn(
            @Nullable Statement statement,
            Answer protectionClaimPending,
            Answer hasDependants,
            @Nullable BestInterests bestInterests) {}

    /// The person said freely, and understood, that the return is wanted.
    ///
    /// @param language in which it was said, ISO 639-3
    /// @param interpreter whether somebody interpreted
    public record Statement(LocalDate date, String language, Answer interpreter) {}

    /// The assessment without which no child is returned (Council of Europe Convention Art. 16(7)).
    ///
    /// @param authority that made it
    /// @param risk of the return, to life and safety
    public record BestInterests(LocalDate date, String authority, RiskLevel risk, Answer inBestInterests) {}

    /// @param address exactly where the person is (S3)
    /// @param travel S3
    public record IdentityPart(
            @Nullable Identity identity,
            @Nullable Sensitive<String> address,
            @Nullable Sensitive<Travel> travel) implements Named {}

    /// When and how the person travels.
    ///
    /// @param mode code of list `transport-mode`
    /// @param from UN/LOCODE without a space; likewise `to`
    public record Travel(
            @Nullable String mode,
            Answer escort,
            @Nullable String from,
            @Nullable String to,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest) {}
}
