package org.enlace.node.victim;

import org.enlace.message.VictimAssistanceRequest;
import org.enlace.message.VictimAssistanceRequest.AlertPart;
import org.enlace.message.VictimAssistanceRequest.IdentityPart;
import org.enlace.message.VictimAssistanceRequest.ProtectionPart;
import org.enlace.node.drafts.Answers;
import org.enlace.person.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes a victim assistance request of what was typed.
@Component
final class AssistanceReading {
    private final VictimReading victims;

    AssistanceReading(VictimReading victims) {
        this.victims = victims;
    }

    VictimAssistanceRequest read(Answers answers) {
        var alert = new AlertPart(
                answers.required("host"),
                answers.required("situation"),
                VictimReading.needs(answers),
                VictimReading.language(answers));
        var protection = new ProtectionPart(
                victims.person(answers),
                victims.consent(answers),
                victims.risk(answers),
                answers.withheld("subdivision"),
                answers.all("documentsHeld"),
                answers.all("documentsWithheld"),
                answers.text("legalProceedings"),
                answers.date("reflectionUntil"),
                answers.choice("consulateWanted", Answer.class, Answer.UNKNOWN),
                VictimReading.contactOverride(answers),
                answers.withheld("note"),
                null);
        return new VictimAssistanceRequest(alert, protection, identity(answers));
    }

    private static @Nullable IdentityPart identity(Answers answers) {
        var who = VictimReading.identity(answers);
        var address = answers.withheld("address");
        return who == null && address == null ? null : new IdentityPart(who, address);
    }
}
