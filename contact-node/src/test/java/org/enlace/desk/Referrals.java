package org.enlace.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.enlace.compose.Documented;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.ChildInvolved;
import org.enlace.message.MalformedMessage;
import org.enlace.message.MessageType;
import org.enlace.message.StrictJson;
import org.enlace.message.VictimReferral;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Referrals as partners write them: the one that the page about the API shows, or with something left out as only a
/// hostile member would send it.
final class Referrals {
    /// Who receives the person, what the person hopes for, and where the journey begins.
    static final List<String> SECRETS = List.of("Casa de Acogida Ejemplo", "baker", "GTGUA", "Ejemplo Ejemplo");

    private Referrals() {}

    static About about(String reference) {
        return about(reference, ChildInvolved.YES);
    }

    static About about(String reference, ChildInvolved child) {
        return Samples.about(MessageType.VICTIM_REFERRAL, reference, Urgency.URGENT, child, Samples.usual());
    }

    static VictimReferral complete() {
        return without("");
    }

    /// @param field of the protection part, left out
    static VictimReferral without(String field) {
        try {
            var body = JsonMapper.shared().readTree(Documented.body(MessageType.VICTIM_REFERRAL));
            ((ObjectNode) body.at("/content/protection")).remove(field);
            return StrictJson.read(
                    VictimReferral.class, body.path("content").toString().getBytes(UTF_8));
        } catch (MalformedMessage e) {
            throw new IllegalStateException(e);
        }
    }
}
