package org.enlace.compose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.message.MessageType.CASE_ALERT;
import static org.enlace.message.MessageType.INFORMATION_REQUEST;
import static org.enlace.message.MessageType.MODUS_OPERANDI_REPORT;
import static org.enlace.message.MessageType.ROUTE_REPORT;
import static org.enlace.message.MessageType.VICTIM_ASSISTANCE_REQUEST;
import static org.enlace.message.MessageType.VICTIM_REFERRAL;
import static org.enlace.node.access.Role.ANALYST;
import static org.enlace.node.access.Role.CASE_WORKER;
import static org.enlace.node.access.Role.CONSULAR;
import static org.enlace.node.access.Role.DUTY;
import static org.enlace.node.access.Role.INVESTIGATOR;
import static org.enlace.node.access.Role.SUPERVISOR;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.enlace.console.Browser;
import org.enlace.console.Team;
import org.enlace.handling.HandlingCode;
import org.enlace.message.About;
import org.enlace.message.CaseAlert;
import org.enlace.message.CaseReference;
import org.enlace.message.InformationRequest;
import org.enlace.message.MalformedMessage;
import org.enlace.message.Message;
import org.enlace.message.MessageType;
import org.enlace.message.ModusOperandiReport;
import org.enlace.message.NodeId;
import org.enlace.message.RouteReport;
import org.enlace.message.StrictJson;
import org.enlace.message.VictimAssistanceRequest;
import org.enlace.message.VictimReferral;
import org.enlace.node.access.Role;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One of everything that a route can name, and who sees it: the rule of the domain in a table of its own, so
/// that it is compared with the node's and not copied from it.
final class MatrixThings {
    private static final NodeId MX = new NodeId("MX");
    private static final String NO_ID = "0198c2f0-0000-7000-8000-000000000000";
    private static final Set<Role> POLICE = EnumSet.of(INVESTIGATOR, DUTY, SUPERVISOR);
    private static final Set<Role> CARE = EnumSet.of(CONSULAR, CASE_WORKER, DUTY, SUPERVISOR);
    private static final Set<Role> REPORTS = EnumSet.of(INVESTIGATOR, ANALYST, DUTY, SUPERVISOR);
    private static final Set<Role> PROTECTION = EnumSet.of(DUTY, SUPERVISOR);

    private final List<Thing> all = new ArrayList<>();
    private final DeskNode.Running node;

    private MatrixThings(DeskNode.Running node) {
        this.node = node;
    }

    static MatrixThings in(DeskNode.Running node) {
        var things = new MatrixThings(node);
        things.received(CASE_ALERT, POLICE);
        things.received(INFORMATION_REQUEST, POLICE);
        things.received(VICTIM_ASSISTANCE_REQUEST, CARE);
        things.received(VICTIM_REFERRAL, CARE);
        things.received(ROUTE_REPORT, REPORTS);
        things.received(MODUS_OPERANDI_REPORT, REPORTS);
        things.received(CASE_ALERT, PROTECTION, "VICTIM_PROTECTION_ONLY");
        things.received(VICTIM_ASSISTANCE_REQUEST, EnumSet.of(CASE_WORKER, DUTY, SUPERVISOR), "EXCLUDE(CONSULAR)");
        things.sent(INVESTIGATOR, Documented.immediate(CASE_ALERT), POLICE);
        things.sent(CASE_WORKER, Documented.immediate(VICTIM_ASSISTANCE_REQUEST), CARE);
        things.waiting(INVESTIGATOR, Documented.tree(CASE_ALERT));
        things.waiting(CASE_WORKER, Documented.tree(VICTIM_ASSISTANCE_REQUEST));
        things.draft(INVESTIGATOR, CASE_ALERT);
        things.draft(CONSULAR, VICTIM_ASSISTANCE_REQUEST);
        things.draft(ANALYST, ROUTE_REPORT);
        things.files(INVESTIGATOR);
        things.files(CASE_WORKER);
        return things;
    }

    List<Thing> of(Kind kind) {
        return all.stream().filter(thing -> thing.kind() == kind).toList();
    }

    /// How much there is at least that such an officer may work with by role, and may not see.
    int leastHiddenFrom(Role role) {
        return role == SUPERVISOR || role == Role.OPERATOR || role == Role.AUDITOR ? -1 : 50;
    }

    private void received(MessageType type, Set<Role> sees, String... caveats) {
        var reference = new CaseReference("MX-2026-ABC2%02d".formatted(all.size() + 22));
        var body = Documented.tree(type);
        var about = about(reference, type, caveats);
        var id = node.arrives(MX, content(type, body), about);
        all.add(new Thing(
                Kind.MESSAGE,
                "a received " + type + " " + List.of(caveats),
                ids(reference.value(), id.toString()),
                sees,
                null));
    }

    private void sent(Role writer, ObjectNode body, Set<Role> sees) {
        var answer = new ApiClient(node).released(writer, UUID.randomUUID().toString(), body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(201, 202);
        var sent = ApiClient.JSON.readTree(answer.body());
        var message = sent.path("message").asString();
        all.add(new Thing(
                Kind.MESSAGE,
                "a sent " + body.path("type").asString(),
                ids(sent.path("caseReference").asString(), message),
                sees,
                null));
    }

    private void waiting(Role writer, ObjectNode body) {
        var answer = new ApiClient(node).send(writer, UUID.randomUUID().toString(), body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        var message = ApiClient.JSON.readTree(answer.body()).path("message").asString();
        all.add(new Thing(
                Kind.WAITING,
                "a " + body.path("type").asString() + " that waits for release",
                Map.of("message", message, "number", "1"),
                EnumSet.of(SUPERVISOR),
                Team.name(writer)));
    }

    private void draft(Role writer, MessageType type) {
        var path = Written.begun(node.browser(writer), type).path();
        all.add(new Thing(
                Kind.DRAFT,
                "a draft of " + Team.name(writer),
                Map.of("id", path.substring(path.lastIndexOf('/') + 1), "file", NO_ID),
                EnumSet.noneOf(Role.class),
                Team.name(writer)));
    }

    private void files(Role writer) {
        var program = node.program(writer);
        var set = json(program, "/api/v1/file-sets", "{}");
        var id = set.path("id").asString();
        var file = json(program, "/api/v1/file-sets/" + id + "/files", "{\"name\":\"a.txt\",\"length\":5}");
        all.add(new Thing(
                Kind.FILES,
                "files of " + Team.name(writer),
                Map.of("set", id, "file", file.path("id").asString()),
                EnumSet.noneOf(Role.class),
                Team.name(writer)));
    }

    private static JsonNode json(Browser program, String path, String body) {
        var answer = program.send("POST", path, "application/json", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return ApiClient.JSON.readTree(answer.body());
    }

    private static Map<String, String> ids(String reference, String message) {
        return Map.of("reference", reference, "id", message, "message", message, "number", "1");
    }

    private static About about(CaseReference reference, MessageType type, String... caveats) {
        var about = Provided.about(reference, type, null, HandlingCode.H1);
        var tree = (ObjectNode) ApiClient.JSON.readTree(StrictJson.write(about));
        var list = ((ObjectNode) tree.path("handling")).putArray("caveats");
        List.of(caveats).forEach(list::add);
        return read(About.class, tree);
    }

    static Message content(MessageType type, ObjectNode body) {
        var content = body.path("content");
        return switch (type) {
            case CASE_ALERT -> read(CaseAlert.class, content);
            case INFORMATION_REQUEST -> read(InformationRequest.class, content);
            case VICTIM_ASSISTANCE_REQUEST -> read(VictimAssistanceRequest.class, content);
            case VICTIM_REFERRAL -> read(VictimReferral.class, content);
            case ROUTE_REPORT -> read(RouteReport.class, content);
            case MODUS_OPERANDI_REPORT -> read(ModusOperandiReport.class, content);
            default -> throw new IllegalArgumentException(type + " stands on no desk by itself");
        };
    }

    private static <T> T read(Class<T> type, JsonNode json) {
        try {
            return StrictJson.read(type, json.toString().getBytes(UTF_8));
        } catch (MalformedMessage e) {
            throw new IllegalStateException(e);
        }
    }

    /// What a route names by its variables, and with it who sees it.
    enum Kind {
        MESSAGE(
                "/cases/{",
                "/messages/{",
                "/desk/items/{",
                "/api/v1/cases/{",
                "/api/v1/messages/{id}",
                "/api/v1/desk/items/{"),
        WAITING("/release/{", "/api/v1/releases/{", "/api/v1/messages/{message}/"),
        DRAFT("/drafts/{"),
        FILES("/api/v1/file-sets/{"),
        /// Whoever has the role sees all of them, or a test of their own asks who does: `HandoverTest`, `FollowUpTest`.
        BY_ROLE(
                "/officers/",
                "/api/v1/officers/",
                "/operations/",
                "/api/v1/operations/",
                "/watch/",
                "/api/v1/watch/",
                "/duty/",
                "/api/v1/duty/",
                "/directory/",
                "/operations/",
                "/api/v1/webhooks/",
                "/systems/",
                "/statistics/",
                "/api/v1/statistics/",
                "/api/v1/systems/",
                "/groups/",
                "/api/v1/groups/",
                // Made of what each officer sees: `RouteMapTest`.
                "/routes/",
                // One's own: `PasskeysTest`, `SearchTest`.
                "/me/",
                "/cases/filters/",
                "/api/v1/case-filters/",
                "/handover/",
                "/api/v1/handover/",
                "/follow-ups/",
                "/api/v1/follow-ups/",
                // One's own, and hits by message: `PrivateQueriesTest`.
                "/queries/",
                "/api/v1/queries/");

        private final Pattern begins;

        Kind(String... begins) {
            this.begins =
                    Pattern.compile(Arrays.stream(begins).map(Pattern::quote).collect(Collectors.joining("|")));
        }

        static @Nullable Kind of(String path) {
            for (var kind : values()) {
                if (kind.begins.matcher(path).lookingAt()) {
                    return kind;
                }
            }
            return null;
        }

        /// What names nothing that is there.
        Map<String, String> nothing() {
            return Map.of(
                    "reference",
                    "MX-2026-ZZZZZZ",
                    "id",
                    NO_ID,
                    "message",
                    NO_ID,
                    "set",
                    NO_ID,
                    "file",
                    NO_ID,
                    "number",
                    "1");
        }

        /// Whether this page or call shows the thing as such, whatever state it is in.
        boolean shows(String path) {
            return switch (this) {
                case MESSAGE ->
                    Set.of("/cases/{reference}", "/api/v1/cases/{reference}", "/api/v1/messages/{id}")
                            .contains(path);
                case WAITING ->
                    Set.of("/release/{message}", "/api/v1/releases/{message}", "/api/v1/messages/{message}/release")
                            .contains(path);
                case DRAFT -> path.equals("/drafts/{id}");
                case FILES -> path.equals("/api/v1/file-sets/{set}");
                case BY_ROLE -> false;
            };
        }
    }

    /// @param ids what stands in the place of the variables
    /// @param sees roles that see it
    /// @param owner the name of an officer who wrote it, or null if that alone opens nothing
    record Thing(
            Kind kind,
            String name,
            Map<String, String> ids,
            Set<Role> sees,
            @Nullable String owner) {
        boolean seenBy(String path, Role role, String username) {
            if (kind == Kind.WAITING) {
                var ofWriter = path.startsWith("/api/v1/messages/");
                return ofWriter ? username.equals(owner) : sees.contains(role);
            }
            return username.equals(owner) || sees.contains(role);
        }
    }
}
