package org.enlace.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.enlace.message.MessageType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The bodies that the page about the API shows, word for word.
public final class Documented {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern EXAMPLE = Pattern.compile("```json\\n(\\{.*?\\n\\})\\n```", Pattern.DOTALL);
    private static final Map<MessageType, String> BODIES = read();

    private Documented() {}

    public static String body(MessageType type) {
        var body = BODIES.get(type);
        if (body == null) {
            throw new IllegalStateException("The page about the API shows no " + type);
        }
        return body;
    }

    public static boolean has(MessageType type) {
        return BODIES.containsKey(type);
    }

    /// To be changed by a test.
    public static ObjectNode tree(MessageType type) {
        return (ObjectNode) JSON.readTree(body(type));
    }

    /// It leaves without a second person.
    static ObjectNode immediate(MessageType type) {
        return tree(type).put("urgency", "IMMEDIATE").put("urgencyReason", "The bus leaves");
    }

    private static Map<MessageType, String> read() {
        try {
            var bodies = new TreeMap<MessageType, String>();
            EXAMPLE.matcher(Files.readString(Path.of("docs/api.md"))).results().forEach(example -> {
                var body = example.group(1);
                bodies.put(MessageType.valueOf(JSON.readTree(body).path("type").asString()), body);
            });
            return bodies;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
