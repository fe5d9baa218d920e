package org.enlace.openapi;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.enlace.client.Call;
import org.enlace.client.NodeApi;
import tools.jackson.databind.JsonNode;

/// The calls of the typed client, held against the description of the API: each parameter, each field.
final class ClientCalls {
    private static final Pattern VARIABLE = Pattern.compile("\\{[a-zA-Z]+}");

    private final JsonNode document;

    ClientCalls(JsonNode document) {
        this.document = document;
    }

    static List<Method> all() {
        return Arrays.stream(NodeApi.class.getMethods())
                .map(Method::getReturnType)
                .filter(Class::isInterface)
                .flatMap(calls -> Arrays.stream(calls.getMethods()))
                .filter(method -> method.isAnnotationPresent(Call.class))
                .toList();
    }

    /// Such as `GET /api/v1/desk/items`.
    static String operation(Method method) {
        return method.getAnnotation(Call.class).value().replaceAll("\\?.*", "");
    }

    /// What the description has and the client has not, and the other way round.
    List<String> differences(Method method) {
        var call = method.getAnnotation(Call.class);
        var parts = operation(method).split(" ", 2);
        var operation = document.path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
        var found = new ArrayList<String>();
        var query = call.value().contains("?")
                ? Set.of(call.value().substring(call.value().indexOf('?') + 1).split("&", -1))
                : Set.<String>of();
        compare("query", query, parameters(operation, "query"), found);
        var body = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        var wanted = VARIABLE.matcher(parts[1]).results().count()
                + query.size()
                + (operation.has("requestBody") ? 1 : 0)
                + (call.key() == Call.Key.GIVEN ? 1 : 0);
        if (method.getParameterCount() != wanted) {
            found.add("parameters " + method.getParameterCount() + ", not " + wanted);
        } else if (!body.isMissingNode()) {
            fields(method.getGenericParameterTypes()[method.getParameterCount() - 1], List.of(body), "body", found);
        }
        if (parameters(operation, "header").contains("Idempotency-Key") != (call.key() != Call.Key.NONE)) {
            found.add("key");
        }
        var schemas = operation
                .path("responses")
                .propertyStream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .map(answer -> answer.getValue()
                        .path("content")
                        .path("application/json")
                        .path("schema"))
                .filter(schema -> !schema.isMissingNode())
                .toList();
        if (method.getReturnType() != byte[].class && method.getReturnType() != void.class) {
            fields(method.getGenericReturnType(), schemas, "answer", found);
        }
        return found;
    }

    private static Set<String> parameters(JsonNode operation, String in) {
        return operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals(in))
                .map(parameter -> parameter.path("name").asString())
                .collect(Collectors.toSet());
    }

    /// @param schemas several where an answer has several forms: the record has the fields of all of them
    private void fields(Type type, List<JsonNode> schemas, String place, List<String> found) {
        fields(type, schemas, place, found, new HashSet<>());
    }

    private void fields(Type type, List<JsonNode> schemas, String place, List<String> found, Set<Type> seen) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            var items = schemas.stream()
                    .map(schema -> resolved(schema).path("items"))
                    .toList();
            fields(list.getActualTypeArguments()[0], items, place, found, seen);
            return;
        }
        if (!(type instanceof Class<?> record) || !record.isRecord() || !ours(record) || !seen.add(type)) {
            return;
        }
        var described = new TreeSet<String>();
        schemas.forEach(
                schema -> described.addAll(resolved(schema).path("properties").propertyNames()));
        var components = Arrays.stream(record.getRecordComponents()).toList();
        compare(place, components.stream().map(RecordComponent::getName).collect(Collectors.toSet()), described, found);
        for (var component : components) {
            var inside = schemas.stream()
                    .map(schema -> resolved(schema).path("properties").path(component.getName()))
                    .filter(schema -> !schema.isMissingNode())
                    .toList();
            fields(component.getGenericType(), inside, place + "/" + component.getName(), found, seen);
        }
    }

    /// What the shared model defines is the same on both sides.
    private static boolean ours(Class<?> record) {
        return record.getPackageName().equals(NodeApi.class.getPackageName());
    }

    private JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolved(document.at(schema.path("$ref").asString().substring(1)));
        }
        if (schema.has("anyOf")) {
            return schema.path("anyOf")
                    .valueStream()
                    .filter(one -> !one.path("type").asString("").equals("null"))
                    .findFirst()
                    .map(this::resolved)
                    .orElse(schema);
        }
        return schema;
    }

    private static void compare(String place, Set<String> client, Set<String> described, List<String> found) {
        described.stream().filter(name -> !client.contains(name)).forEach(name -> found.add(place + " lacks " + name));
        client.stream()
                .filter(name -> !described.contains(name))
                .forEach(name -> found.add(place + " invents " + name));
    }
}
