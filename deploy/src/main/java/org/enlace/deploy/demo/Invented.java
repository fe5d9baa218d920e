package org.enlace.deploy.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.enlace.directory.Member;
import org.enlace.message.NodeId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The messages of the scenario, in the language of who sends them. All of it is invented and marked as an exercise.
final class Invented {
    private final JsonNode words = read("words.json");
    private final LocalDate yesterday;

    /// @param today day on which the scenario began, so that a message repeated later is the same
    Invented(LocalDate today) {
        this.yesterday = today.minusDays(1);
    }

    byte[] caseAlert(Member from, List<NodeId> to) {
        return alert("case-alert.json", "alert", from, to);
    }

    byte[] immediateAlert(Member from, NodeId to) {
        return alert("immediate-alert.json", "immediate", from, List.of(to));
    }

    /// A citizen of the recipient is in care where the sender is.
    byte[] assistance(Member from, NodeId to) {
        ObjectNode message = message("assistance.json", "assistance", from, List.of(to));
        at(message, "/content/alert").put("host", from.code().value());
        at(message, "/content/protection/person").withArray("citizenship").add(to.value());
        at(message, "/content/protection/consent").put("date", yesterday.toString());
        for (JsonNode risk : at(message, "/content/protection/risk")) {
            if (risk instanceof ObjectNode assessed) {
                assessed.put("on", yesterday.toString());
            }
        }
        roles(message, Map.of(to, "ORIGIN", from.code(), "DESTINATION"));
        return bytes(message);
    }

    private byte[] alert(String file, String kind, Member from, List<NodeId> to) {
        ObjectNode message = message(file, kind, from, to);
        JsonNode said = said(from);
        message.put("urgencyReason", said.path(kind + ".reason").asString());
        at(message, "/content/alert").put("what", said.path(kind + ".what").asString());
        roles(message, Map.of(from.code(), "ORIGIN", to.getFirst(), "DESTINATION"));
        return bytes(message);
    }

    private ObjectNode message(String file, String kind, Member from, List<NodeId> to) {
        ObjectNode message = (ObjectNode) read(file);
        JsonNode said = said(from);
        ArrayNode recipients = message.withArray("recipients");
        to.forEach(code -> recipients.add(code.value()));
        message.put("language", said.path("language").asString());
        message.put("subject", said.path(kind + ".subject").asString());
        return message;
    }

    private JsonNode said(Member from) {
        return words.path(NodeFiles.language(from.contact()));
    }

    private static void roles(ObjectNode message, Map<NodeId, String> parts) {
        ArrayNode roles = message.withArray("countryRoles");
        parts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(part ->
                        roles.addObject().put("country", part.getKey().value()).put("part", part.getValue()));
    }

    private static ObjectNode at(ObjectNode message, String path) {
        return (ObjectNode) message.at(path);
    }

    private static byte[] bytes(JsonNode message) {
        return JsonMapper.shared().writeValueAsBytes(message);
    }

    private static JsonNode read(String file) {
        try (InputStream content = Invented.class.getResourceAsStream("scenario/" + file)) {
            if (content == null) {
                throw new IllegalStateException("This build has no scenario/" + file);
            }
            return JsonMapper.shared().readTree(content);
        } catch (IOException e) {
            throw new Stop("The scenario cannot be read.", e);
        }
    }
}
