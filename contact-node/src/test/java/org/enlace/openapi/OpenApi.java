package org.enlace.openapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.enlace.message.ConsentWithdrawal;
import org.enlace.message.MatchAnswer;
import org.enlace.message.MatchHit;
import org.enlace.message.MatchQuery;
import org.enlace.message.Message;
import org.enlace.message.Recall;
import org.enlace.message.RecallAttestation;
import org.enlace.message.Receipt;
import org.enlace.message.Status;
import org.enlace.node.access.Access;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.FreshProof;
import org.enlace.node.access.Role;
import org.enlace.node.web.Problem;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Describes the routes of the API as they are.
///
/// @see <a href="https://spec.openapis.org/oas/v3.1.1.html">OpenAPI Specification 3.1.1</a>
final class OpenApi {
    /// What nodes say to each other when officers act; nobody writes it by itself.
    private static final Set<Class<?>> BETWEEN_NODES = Set.of(
            ConsentWithdrawal.class,
            MatchAnswer.class,
            MatchHit.class,
            MatchQuery.class,
            Recall.class,
            RecallAttestation.class,
            Receipt.class,
            Status.class);

    private final JsonMapper json = JsonMapper.builder().build();
    private final Schemas schemas = new Schemas();
    private final Described described = new Described();
    private final Map<String, Type> bodies;
    private final Map<String, Map<Integer, Type>> answers;

    /// @param bodies of handlers that read bytes, by operation
    /// @param answers of handlers whose answer has several forms, by operation and status
    OpenApi(Map<String, Type> bodies, Map<String, Map<Integer, Type>> answers) {
        this.bodies = bodies;
        this.answers = answers;
    }

    ObjectNode of(Map<RequestMappingInfo, HandlerMethod> handlers) {
        var document = json.createObjectNode();
        document.put("openapi", "3.1.1");
        document.putObject("info")
                .put("title", "Enlace contact node")
                .put("version", "1")
                .put(
                        "summary",
                        "What officers of a national contact point do, for national case systems; the rules are those of the"
                                + " console.");
        document.putArray("servers").addObject().put("url", "/");
        var ways = document.putArray("security");
        ways.addObject().putArray("system");
        ways.addObject().putArray("officer");
        var paths = document.putObject("paths");
        handlers.entrySet().stream()
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .flatMap(path -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(path, method.name(), entry.getKey(), entry.getValue()))))
                .sorted(Comparator.comparing(Route::path)
                        .thenComparing(Route::method)
                        .thenComparing(Route::operation))
                .forEach(route -> add(route, paths));
        var components = document.putObject("components");
        var schemes = components.putObject("securitySchemes");
        schemes.putObject("system")
                .put("type", "mutualTLS")
                .put(
                        "description",
                        "The certificate of a connected system, at the port of systems; not for calls with x-person.");
        schemes.putObject("officer")
                .put("type", "http")
                .put("scheme", "basic")
                .put("description", "Name and password of an officer, on nodes that allow it (enlace.api.passwords).");
        components.set("schemas", withContents());
        return document;
    }

    /// What is particular to a kind of message, each in a form of its own.
    private ObjectNode withContents() {
        var contents = json.createArrayNode();
        kinds(Message.class)
                .filter(kind -> !BETWEEN_NODES.contains(kind))
                .sorted(Comparator.comparing(Class::getName))
                .map(schemas::of)
                .forEach(contents::add);
        var all = schemas.all();
        all.withObjectProperty("MessageBody")
                .withObjectProperty("properties")
                .withObjectProperty("content")
                .removeAll()
                .set("anyOf", contents);
        return all;
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(OpenApi::kinds) : Stream.of(type);
    }

    private record Route(String path, String method, RequestMappingInfo info, HandlerMethod handler) {
        String operation() {
            var owner = handler.getBeanType().getSimpleName().replaceFirst("Api$", "");
            return owner.substring(0, 1).toLowerCase(Locale.ROOT) + owner.substring(1) + "-"
                    + handler.getMethod().getName();
        }
    }

    private void add(Route route, ObjectNode paths) {
        var path = paths.withObjectProperty(route.path());
        var method = route.method().toLowerCase(Locale.ROOT);
        if (path.has(method)) {
            // The same call, answered in another form.
            answers(route, path.withObjectProperty(method).withObjectProperty("responses"));
            return;
        }
        var operation = path.putObject(method);
        operation.put("operationId", route.operation());
        operation
                .putArray("tags")
                .add(route.handler().getBeanType().getSimpleName().replaceFirst("Api$", ""));
        operation.put("description", described.of(route.method(), route.path()));
        var action = route.handler().getMethodAnnotation(Access.class);
        if (action != null) {
            var roles = operation.putArray("x-roles");
            for (var role : Role.values()) {
                if (role.permits(action.value())) {
                    roles.add(role.name());
                }
            }
        }
        var proof = route.handler().hasMethodAnnotation(FreshProof.class);
        if (proof) {
            operation.put("x-fresh-proof", true);
        }
        if (proof || (action != null && !new AccessRules().isOfSystems(action.value()))) {
            operation.put("x-person", true);
        }
        parameters(route, operation);
        answers(route, operation.putObject("responses"));
    }

    private void parameters(Route route, ObjectNode operation) {
        for (var parameter : route.handler().getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            var inPath = parameter.getParameterAnnotation(PathVariable.class);
            var query = parameter.getParameterAnnotation(RequestParam.class);
            var header = parameter.getParameterAnnotation(RequestHeader.class);
            if (inPath != null) {
                parameter(operation, parameter, inPath.value(), "path", true, ValueConstants.DEFAULT_NONE);
            } else if (query != null) {
                var required = query.required() && query.defaultValue().equals(ValueConstants.DEFAULT_NONE);
                parameter(operation, parameter, query.name(), "query", required, query.defaultValue());
            } else if (header != null) {
                parameter(operation, parameter, header.name(), "header", header.required(), header.defaultValue());
            } else if (parameter.getParameterType() == HttpServletRequest.class) {
                operation
                        .putObject("requestBody")
                        .put("required", true)
                        .putObject("content")
                        .putObject(MediaType.APPLICATION_OCTET_STREAM_VALUE)
                        .putObject("schema");
            } else if (parameter.hasParameterAnnotation(RequestBody.class)) {
                var body =
                        operation.putObject("requestBody").put("required", true).putObject("content");
                var type = bodies.getOrDefault(route.operation(), parameter.getGenericParameterType());
                body.putObject(MediaType.APPLICATION_JSON_VALUE).set("schema", schemas.of(type));
            }
        }
    }

    private void parameter(
            ObjectNode operation, MethodParameter parameter, String name, String in, boolean required, String other) {
        var schema = schemas.of(parameter.getGenericParameterType());
        if (!other.equals(ValueConstants.DEFAULT_NONE) && schema.has("type")) {
            switch (schema.path("type").asString("")) {
                case "integer" -> schema.put("default", Integer.parseInt(other));
                case "boolean" -> schema.put("default", Boolean.parseBoolean(other));
                default -> schema.put("default", other);
            }
        }
        operation
                .withArrayProperty("parameters")
                .addObject()
                .put("name", name.isEmpty() ? parameter.getParameterName() : name)
                .put("in", in)
                .put("required", required)
                .set("schema", schema);
    }

    private void answers(Route route, ObjectNode responses) {
        var types = answers.getOrDefault(route.operation(), Map.of(status(route.handler()), answer(route.handler())));
        types.forEach((status, type) -> {
            var response = responses.withObjectProperty(String.valueOf(type == Void.class ? 204 : status));
            response.put("description", type == Void.class ? "Done; no body." : "Done.");
            if (type != Void.class) {
                for (var form : forms(route, type)) {
                    var content = response.withObjectProperty("content").putObject(form.toString());
                    content.set("schema", type == byte[].class ? json.createObjectNode() : schemas.of(type));
                }
            }
        });
        var problem = responses.withObjectProperty("default");
        problem.put("description", "Refused: what is wrong, where, and what to do (RFC 9457).");
        problem.withObjectProperty("content")
                .withObjectProperty(MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .set("schema", schemas.of(Problem.class));
    }

    private static List<MediaType> forms(Route route, Type type) {
        var produced = route.info().getProducesCondition().getProducibleMediaTypes().stream()
                .sorted(Comparator.comparing(MediaType::toString))
                .toList();
        var otherwise = type == byte[].class ? MediaType.APPLICATION_OCTET_STREAM : MediaType.APPLICATION_JSON;
        return produced.isEmpty() ? List.of(otherwise) : produced;
    }

    private static int status(HandlerMethod handler) {
        var status = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), ResponseStatus.class);
        return status == null ? 200 : status.code().value();
    }

    private static Type answer(HandlerMethod handler) {
        var streams = Arrays.asList(handler.getMethod().getParameterTypes()).contains(HttpServletResponse.class);
        return streams ? byte[].class : answer(handler.getMethod().getGenericReturnType());
    }

    private static Type answer(Type type) {
        if (type instanceof ParameterizedType given && given.getRawType() == ResponseEntity.class) {
            return given.getActualTypeArguments()[0];
        }
        return type == void.class ? Void.class : type;
    }
}
