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

/// A message about one victim. Whatever it asks for, the person, the consent and the risk are told in the same fields.
public sealed interface VictimMessage extends Message
        permits VictimAssistanceRequest, VictimReferral, IdentityVerification {

    Asked alert();

    /// What case workers and consular officers read.
    @Nullable
    Guarded protection();

    /// Opens only after the message was accepted.
    @Nullable
    Named identity();

    /// Enough for the first decision, without free text.
    sealed interface Asked
            permits VictimAssistanceRequest.AlertPart, VictimReferral.AlertPart, IdentityVerification.AlertPart {
        String host();

        String situation();

        /// The services that are asked for.
        List<Need> needs();

        LanguageNeed language();
    }

    sealed interface Guarded
            permits VictimAssistanceRequest.ProtectionPart,
                    VictimReferral.ProtectionPart,
                    IdentityVerification.ProtectionPart {
        PersonBlock person();

        @Nullable
        ConsentRecord consent();

        @Nullable
        RiskBlock risk();

        @Nullable
        Sensitive<String> subdivision();

        List<String> documentsHeld();

        List<String> documentsWithheld();

        @Nullable
        String legalProceedings();

        @Nullable
        LocalDate reflectionPeriodUntil();

        Answer contactWithConsulateWanted();

        @Nullable
        ContactOverride contactOverride();

        @Nullable
        Sensitive<String> note();

        @Nullable
        Sensitive<String> senderName();
    }

    sealed interface Named
            permits VictimAssistanceRequest.IdentityPart,
                    VictimReferral.IdentityPart,
                    IdentityVerification.IdentityPart {
        @Nullable
        Identity identity();

        @Nullable
        Sensitive<String> address();
    }
}
