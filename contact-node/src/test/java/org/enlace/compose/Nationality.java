package org.enlace.compose;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.enlace.handling.Handling;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.CaseReference;
import org.enlace.message.ChildInvolved;
import org.enlace.message.IdentityVerification;
import org.enlace.message.IdentityVerificationAnswer;
import org.enlace.message.IdentityVerificationAnswer.AnswerPart;
import org.enlace.message.IdentityVerificationAnswer.TravelDocument;
import org.enlace.message.MalformedMessage;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.StrictJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What a partner asks about a person, and what it says.
final class Nationality {
    static final String FAMILY = "Ejemplo Ejemplo";
    static final String KNOWN = "Born near the lake";

    private Nationality() {}

    /// The question that the page about the API shows.
    static IdentityVerification question(Consumer<ObjectNode> change) {
        var body = Documented.tree(MessageType.IDENTITY_VERIFICATION);
        change.accept(body);
        try {
            return StrictJson.read(
                    IdentityVerification.class, body.path("content").toString().getBytes(UTF_8));
        } catch (MalformedMessage e) {
            throw new IllegalStateException(e);
        }
    }

    static About about(CaseReference reference, MessageType type, Urgency urgency, @Nullable MessageId inReplyTo) {
        return new About(
                type,
                1,
                Map.of(),
                reference,
                null,
                inReplyTo,
                null,
                null,
                urgency,
                "She can travel on Friday",
                Handling.DEFAULT_VICTIM,
                List.of(),
                List.of("IDENTITY_CHECK"),
                "eng",
                "CONSULAR",
                "officer-MX7",
                null,
                List.of(),
                ChildInvolved.NO,
                null,
                null,
                null,
                "Nationality of a woman");
    }

    static IdentityVerificationAnswer said(String result, @Nullable String needed, @Nullable TravelDocument document) {
        return new IdentityVerificationAnswer(new AnswerPart(result, needed, null, null, document));
    }

    static TravelDocument waiting() {
        return new TravelDocument(TravelDocument.WILL_BE_ISSUED, null, null, LocalDate.parse("2027-01-15"), null);
    }
}
