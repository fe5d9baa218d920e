package org.enlace.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A message that differs from another in one field.
final class Edited {
    private Edited() {}

    /// @param path of the field, `protection.risk.returnRisk`
    /// @param json what stands there then; null takes the field away
    static VictimReferral edited(VictimReferral message, String path, @Nullable String json) {
        return edited(VictimReferral.class, message, path, json);
    }

    static IdentityVerification edited(IdentityVerification message, String path, @Nullable String json) {
        return edited(IdentityVerification.class, message, path, json);
    }

    static IdentityVerificationAnswer edited(IdentityVerificationAnswer message, String path, @Nullable String json) {
        return edited(IdentityVerificationAnswer.class, message, path, json);
    }

    static UsePermissionRequest edited(UsePermissionRequest message, String path, @Nullable String json) {
        return edited(UsePermissionRequest.class, message, path, json);
    }

    static UsePermissionDecision edited(UsePermissionDecision message, String path, @Nullable String json) {
        return edited(UsePermissionDecision.class, message, path, json);
    }

    static Corroboration edited(Corroboration message, String path, @Nullable String json) {
        return edited(Corroboration.class, message, path, json);
    }

    static Proposal edited(Proposal message, String path, @Nullable String json) {
        return edited(Proposal.class, message, path, json);
    }

    static ProposalDecision edited(ProposalDecision message, String path, @Nullable String json) {
        return edited(ProposalDecision.class, message, path, json);
    }

    private static <M extends Message> M edited(Class<M> type, M message, String path, @Nullable String json) {
        try {
            JsonNode tree = StrictJson.tree(StrictJson.write(message));
            String[] steps = path.split("\\.", -1);
            JsonNode at = tree;
            for (int i = 0; i < steps.length - 1; i++) {
                at = at.path(steps[i]);
            }
            String last = steps[steps.length - 1];
            if (json == null) {
                ((ObjectNode) at).remove(last);
            } else {
                ((ObjectNode) at).set(last, StrictJson.tree(json.getBytes(UTF_8)));
            }
            return StrictJson.read(type, tree.toString().getBytes(UTF_8));
        } catch (MalformedMessage e) {
            throw new IllegalStateException("No message has this at " + path, e);
        }
    }
}
