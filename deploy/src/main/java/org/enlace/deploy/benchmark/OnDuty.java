package org.enlace.deploy.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.enlace.deploy.client.NodeClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody is on duty where alerts arrive, as there always is: where nobody was, everybody would be called for each.
final class OnDuty {
    private static final Duration SHIFT = Duration.ofHours(12);

    private OnDuty() {}

    static void begin(NodeClient supervisor) throws IOException {
        for (JsonNode officer : supervisor.get("/api/v1/officers").path("officers")) {
            if (officer.path("roles")
                    .valueStream()
                    .anyMatch(role -> role.asString().equals("DUTY"))) {
                Instant now = Instant.now();
                supervisor.add(
                        "/api/v1/duty/shifts",
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("unit", "Desk")
                                .put("officer", officer.path("officer").asString())
                                .put("starts", now.toString())
                                .put("ends", now.plus(SHIFT).toString()));
                return;
            }
        }
        throw new IOException("Nobody at the partner can be on duty");
    }
}
