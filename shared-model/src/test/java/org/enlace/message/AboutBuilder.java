package org.enlace.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.enlace.handling.Caveat;
import org.enlace.handling.Handling;
import org.enlace.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/// The header of a message that may go, changed in one place.
final class AboutBuilder {
    private final MessageType type;
    private Urgency urgency = Urgency.URGENT;
    private @Nullable String urgencyReason = "Bus leaves tonight";
    private Handling handling;
    private ChildInvolved child = ChildInvolved.NO;
    private List<CountryRole> countries = List.of(new CountryRole("VE", CountryRole.Part.ORIGIN));
    private @Nullable String consentRef;
    private @Nullable Instant deadline;
    private @Nullable MessageId inReplyTo;
    private List<String> purpose = List.of("VICTIM_PROTECTION");
    private String subject = "Minibus towards the border";

    private AboutBuilder(MessageType type) {
        this.type = type;
        this.handling = Samples.handling(type);
        this.inReplyTo = isReply(type) ? Samples.ID : null;
        this.consentRef = Samples.isAboutVictim(type) ? "consent-1" : null;
    }

    private static boolean isReply(MessageType type) {
        return type == MessageType.INFORMATION_RESPONSE
                || type == MessageType.IDENTITY_VERIFICATION_ANSWER
                || type == MessageType.USE_PERMISSION_REQUEST
                || type == MessageType.USE_PERMISSION_DECISION
                || type == MessageType.CORROBORATION
                || type == MessageType.PROPOSAL
                || type == MessageType.PROPOSAL_DECISION;
    }

    static AboutBuilder of(MessageType type) {
        return new AboutBuilder(type);
    }

    AboutBuilder urgency(Urgency value) {
        urgency = value;
        return this;
    }

    AboutBuilder urgencyReason(@Nullable String value) {
        urgencyReason = value;
        return this;
    }

    AboutBuilder handling(Handling value, Caveat... more) {
        List<Caveat> caveats = new ArrayList<>(value.caveats());
        caveats.addAll(List.of(more));
        handling = new Handling(value.code(), value.h3Text(), value.tlp(), value.pap(), value.evaluation(), caveats);
        return this;
    }

    AboutBuilder child(ChildInvolved value) {
        child = value;
        return this;
    }

    AboutBuilder countries(List<CountryRole> value) {
        countries = value;
        return this;
    }

    AboutBuilder consentRef(String value) {
        consentRef = value;
        return this;
    }

    AboutBuilder subject(String value) {
        subject = value;
        return this;
    }

    AboutBuilder inReplyTo(@Nullable MessageId value) {
        inReplyTo = value;
        return this;
    }

    AboutBuilder purpose(List<String> value) {
        purpose = value;
        return this;
    }

    AboutBuilder deadline(Instant value) {
        deadline = value;
        return this;
    }

    About build() {
        return new About(
                type,
                1,
                Map.of(),
                Samples.CASE,
                null,
                inReplyTo,
                null,
                null,
                urgency,
                urgencyReason,
                handling,
                List.of("PALERMO_PROTOCOL"),
                purpose,
                "spa",
                "INVESTIGATOR",
                "desk-2",
                "DUTY",
                countries,
                child,
                deadline,
                null,
                consentRef,
                subject);
    }
}
