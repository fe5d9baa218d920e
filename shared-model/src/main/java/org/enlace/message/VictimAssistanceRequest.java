package org.enlace.message;

import java.time.LocalDate;
import java.util.List;
import org.enlace.lifecycle.Urgency;
import org.enlace.person.Answer;
import org.enlace.person.ConsentRecord;
import org.enlace.person.Identity;
import org.enlace.person.LanguageNeed;
import org.enlace.person.PersonBlock;
import org.enlace.person.RiskBlock;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;

/// A consular or host authority asks the state of nationality for help: identity, documents, interpreter, family
/// contact, legal information.
///
/// @param protection what case workers and consular officers read
/// @param identity opens only after the request was accepted
public record VictimAssistanceRequest(
        AlertPart alert,
        @Nullable ProtectionPart protection,
        @Nullable IdentityPart identity) implements VictimMessage {

    @Override
    public MessageType type() {
        return MessageType.VICTIM_ASSISTANCE_REQUEST;
    }

    /// Enough for the first decision, without free text.
    ///
    /// @param host country where the person is, ISO 3166-1 alpha-2
    /// @param situation code of list `situation`
    public record AlertPart(String host, String situation, List<Need> needs, LanguageNeed language) implements Asked {

        public AlertPart {
            needs = needs == null ? List.of() : List.copyOf(needs);
        }
    }

    /// @param service code of list `service`
    public record Need(String service, Urgency urgency) {}

    /// @param subdivision where in the host country, ISO 3166-2 (S2)
    /// @param documentsHeld codes of list `document`; likewise `documentsWithheld`, by a trafficker for instance
    /// @param legalProceedings code of list `legal-proceedings`
    /// @param contactOverride why the consulate is told although the person did not say yes
    /// @param senderName who asks, beside the pseudonym in the header
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
            @Nullable Sensitive<String> senderName)
            implements Guarded {

        public ProtectionPart {
            documentsHeld = documentsHeld == null ? List.of() : List.copyOf(documentsHeld);
            documentsWithheld = documentsWithheld == null ? List.of() : List.copyOf(documentsWithheld);
        }
    }

    /// @param legalBasis code of list `consent-legal-basis`
    /// @param reason in words
    public record ContactOverride(String legalBasis, String reason) {}

    /// @param address exactly where the person is (S3)
    public record IdentityPart(
            @Nullable Identity identity, @Nullable Sensitive<String> address) implements Named {}
}
