package org.enlace.compose;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.enlace.handling.Caveat;
import org.enlace.handling.Evaluation;
import org.enlace.handling.Handling;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Pap;
import org.enlace.handling.Tlp;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.CaseAlert;
import org.enlace.message.CaseReference;
import org.enlace.message.ChildInvolved;
import org.enlace.message.InformationResponse;
import org.enlace.message.MalformedMessage;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.StrictJson;
import org.enlace.message.UsePermissionDecision;
import org.enlace.message.UsePermissionDecision.DecisionPart;
import org.enlace.message.UsePermissionDecision.Verdict;
import org.enlace.message.UsePermissionRequest;
import org.enlace.message.UsePermissionRequest.AskPart;
import org.enlace.message.UsePermissionRequest.Item;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What a partner provides, what it asks about ours, and what it decides.
public final class Provided {
    private Provided() {}

    /// The alert that the page about the API shows.
    static CaseAlert alert() {
        try {
            return StrictJson.read(
                    CaseAlert.class,
                    Documented.tree(MessageType.CASE_ALERT)
                            .path("content")
                            .toString()
                            .getBytes(UTF_8));
        } catch (MalformedMessage e) {
            throw new IllegalStateException(e);
        }
    }

    /// Asks for each of these items, to be used in court.
    static UsePermissionRequest asked(Item... items) {
        return new UsePermissionRequest(new AskPart(
                UsePermissionRequest.COURT, List.of(items), "Juzgado B, 12/2026", null, "The trial begins in March"));
    }

    static UsePermissionDecision granted(String decision, @Nullable LocalDate until) {
        return new UsePermissionDecision(new DecisionPart(List.of(new Verdict(1, decision, null, null)), until));
    }

    /// Of the version that takes the place of another.
    public static About correcting(MessageId version, About about) {
        var tree = (ObjectNode) ApiClient.JSON.readTree(StrictJson.write(about));
        tree.put("supersedes", version.toString()).put("correctionReason", "HAS_CHANGED");
        try {
            return StrictJson.read(About.class, ApiClient.JSON.writeValueAsBytes(tree));
        } catch (MalformedMessage e) {
            throw new IllegalStateException(e);
        }
    }

    /// The answer that the page about the API shows.
    static InformationResponse answer() {
        try {
            return StrictJson.read(
                    InformationResponse.class,
                    Documented.tree(MessageType.INFORMATION_RESPONSE)
                            .path("content")
                            .toString()
                            .getBytes(UTF_8));
        } catch (MalformedMessage e) {
            throw new IllegalStateException(e);
        }
    }

    /// Of an answer, which need not say why it is urgent.
    static About unexplained(About about) {
        var tree = (ObjectNode) ApiClient.JSON.readTree(StrictJson.write(about));
        tree.remove("urgencyReason");
        try {
            return StrictJson.read(About.class, ApiClient.JSON.writeValueAsBytes(tree));
        } catch (MalformedMessage e) {
            throw new IllegalStateException(e);
        }
    }

    /// With what its sender demands of every reader.
    static About demanding(String words, About about) {
        var tree = (ObjectNode) ApiClient.JSON.readTree(StrictJson.write(about));
        ((ObjectNode) tree.path("handling")).put("h3Text", words);
        try {
            return StrictJson.read(About.class, ApiClient.JSON.writeValueAsBytes(tree));
        } catch (MalformedMessage e) {
            throw new IllegalStateException(e);
        }
    }

    /// The alert with other words.
    static CaseAlert saying(String words) {
        var tree = (ObjectNode) Documented.tree(MessageType.CASE_ALERT).path("content");
        ((ObjectNode) tree.path("alert")).put("what", words);
        try {
            return StrictJson.read(CaseAlert.class, ApiClient.JSON.writeValueAsBytes(tree));
        } catch (MalformedMessage e) {
            throw new IllegalStateException(e);
        }
    }

    static About about(CaseReference reference, MessageType type, @Nullable MessageId inReplyTo, HandlingCode code) {
        return new About(
                type,
                1,
                Map.of(),
                reference,
                null,
                inReplyTo,
                null,
                null,
                Urgency.URGENT,
                "Expected tonight",
                new Handling(code, null, Tlp.AMBER_STRICT, Pap.AMBER, Evaluation.parse("B2"), List.of(Caveat.CHILD)),
                List.of(),
                List.of("INVESTIGATION"),
                "eng",
                "INVESTIGATOR",
                "officer-MX7",
                null,
                List.of(),
                ChildInvolved.YES,
                null,
                null,
                null,
                "Minibus heading for the border");
    }
}
