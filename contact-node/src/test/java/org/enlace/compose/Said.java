package org.enlace.compose;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.enlace.message.About;
import org.enlace.message.Corroboration;
import org.enlace.message.Corroboration.SightingPart;
import org.enlace.message.MalformedMessage;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.message.Proposal;
import org.enlace.message.Proposal.AskPart;
import org.enlace.message.Proposal.Item;
import org.enlace.message.Proposal.Value;
import org.enlace.message.Proposal.ValuesPart;
import org.enlace.message.ProposalDecision;
import org.enlace.message.ProposalDecision.DecisionPart;
import org.enlace.message.RouteReport;
import org.enlace.message.StrictJson;
import org.enlace.person.PartialDate;
import org.enlace.person.Sensitive;
import tools.jackson.databind.node.ObjectNode;

/// What partners say about a message.
final class Said {
    private Said() {}

    static RouteReport route() {
        try {
            return StrictJson.read(
                    RouteReport.class,
                    Documented.tree(MessageType.ROUTE_REPORT)
                            .path("content")
                            .toString()
                            .getBytes(UTF_8));
        } catch (MalformedMessage e) {
            throw new IllegalStateException(e);
        }
    }

    static Corroboration found(NodeId owner, String finding) {
        return new Corroboration(new SightingPart(
                owner, finding, new RouteReport.Period(new PartialDate("2026-06"), null), "At the bridge"));
    }

    /// Other words, and another plate, which is sealed.
    static Proposal change() {
        return new Proposal(
                new AskPart(
                        List.of(
                                new Item("ALERT", "/what", "Grey minibus, heading for the border"),
                                new Item("POLICE", "/plates/0/number", null)),
                        "WAS_WRONG",
                        "Read from the camera at the bridge"),
                null,
                new ValuesPart(List.of(new Value(2, Sensitive.of("P-000-INVENTED")))),
                null);
    }

    static ProposalDecision no() {
        return new ProposalDecision(new DecisionPart(ProposalDecision.REJECTED, null, "CANNOT_BE_CONFIRMED", null));
    }

    /// The same header, marked in another way.
    static About marked(About about, String handling) {
        var tree = (ObjectNode) ApiClient.JSON.readTree(StrictJson.write(about));
        tree.set("handling", ApiClient.JSON.readTree(handling));
        try {
            return StrictJson.read(About.class, ApiClient.JSON.writeValueAsBytes(tree));
        } catch (MalformedMessage e) {
            throw new IllegalStateException(e);
        }
    }

    static MessageId id(String answer) {
        return MessageId.parse(ApiClient.JSON.readTree(answer).path("message").asString());
    }
}
