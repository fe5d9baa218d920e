package org.enlace.message;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.enlace.handling.Caveat;
import org.enlace.handling.Evaluation;
import org.enlace.message.Flaw.Code;
import org.enlace.message.Flaw.Kind;
import org.enlace.person.PartialDate;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Compares a JSON value with the record that it should become, field by field, and names everything that differs.
/// Records, lists and maps are gone through; whether a single value is right is the mapper's word.
final class JsonShape {
    private static final Map<Class<?>, String> EXAMPLES = Map.of(
            Instant.class, "2026-11-22T02:14:07Z",
            LocalDate.class, "2026-11-22",
            PartialDate.class, "2026, 2026-05, 2026-05-12",
            NodeId.class, "MX",
            MessageId.class, "019aab12-0000-7000-8000-000000000001",
            CaseReference.class, "GT-2026-7K4M2Q",
            Evaluation.class, "B2",
            Caveat.class, "CHILD, EXCLUDE(GT:POLICE), DESTROY_AFTER(2027-05-01)",
            GeoPoint.class, "{\"type\": \"Point\", \"coordinates\": [-90.5, 14.6]}");
    private static final List<Class<?>> DAYS = List.of(Instant.class, LocalDate.class, PartialDate.class);

    private final JsonMapper mapper;
    private final List<Flaw> flaws = new ArrayList<>();

    JsonShape(JsonMapper mapper) {
        this.mapper = mapper;
    }

    List<Flaw> flaws(Class<?> type, JsonNode value) {
        check(type, value, "");
        return List.copyOf(flaws);
    }

    private void check(Type type, JsonNode value, String at) {
        if (type instanceof ParameterizedType of && of.getRawType() instanceof Class<?> raw) {
            Type[] inner = of.getActualTypeArguments();
            if (raw == Sensitive.class) {
                check(inner[0], value, at);
            } else if (Collection.class.isAssignableFrom(raw)) {
                each(inner[0], value, at);
            } else {
                entries(inner[1], value, at);
            }
        } else if (type instanceof Class<?> plain && JsonKinds.isPlainRecord(plain)) {
            record(plain, value, at);
        } else if (type instanceof Class<?> single) {
            single(single, value, at);
        }
    }

    private void each(Type type, JsonNode list, String at) {
        if (!list.isArray()) {
            wrongKind(Kind.LIST, list, at);
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            present(type, list.path(i), at + "/" + i);
        }
    }

    private void entries(Type type, JsonNode map, String at) {
        if (!map.isObject()) {
            wrongKind(Kind.OBJECT, map, at);
            return;
        }
        map.properties().forEach(entry -> present(type, entry.getValue(), at + step(entry.getKey())));
    }

    private void record(Class<?> type, JsonNode object, String at) {
        if (!object.isObject()) {
            wrongKind(Kind.OBJECT, object, at);
            return;
        }
        int before = flaws.size();
        Map<String, RecordComponent> known = new TreeMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            known.put(component.getName(), component);
            field(component, object.path(component.getName()), at + step(component.getName()));
        }
        for (String name : object.propertyNames()) {
            if (!known.containsKey(name)) {
                add(Flaw.at(at + step(name), Code.UNKNOWN_FIELD));
            }
        }
        if (flaws.size() == before && !becomes(type, object)) {
            add(new Flaw(at, Code.NOT_A_VALUE, Kind.OBJECT, null, EXAMPLES.get(type)));
        }
    }

    private void field(RecordComponent component, JsonNode value, String at) {
        boolean nothing = value.isMissingNode() || value.isNull();
        if (!nothing) {
            check(component.getGenericType(), value, at);
        } else if (mustBeThere(component)) {
            add(new Flaw(
                    at, Code.MISSING, JsonKinds.kind(component.getGenericType()), null, example(component.getType())));
        }
    }

    private void present(Type type, JsonNode value, String at) {
        if (value.isNull()) {
            add(new Flaw(at, Code.MISSING, JsonKinds.kind(type), null, null));
        } else {
            check(type, value, at);
        }
    }

    private void single(Class<?> type, JsonNode value, String at) {
        Kind expected = JsonKinds.kind(type);
        if (type == JsonNode.class || becomes(type, value)) {
            return;
        }
        if (!JsonKinds.fits(expected, value)) {
            wrongKind(expected, value, at);
            return;
        }
        Code code = type.isEnum() ? Code.NOT_A_CODE : DAYS.contains(type) ? Code.NOT_A_DATE : Code.NOT_A_VALUE;
        add(new Flaw(at, code, expected, null, example(type)));
    }

    private boolean becomes(Class<?> type, JsonNode value) {
        try {
            mapper.treeToValue(value, type);
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }

    private void wrongKind(Kind expected, JsonNode found, String at) {
        add(new Flaw(at, Code.WRONG_KIND, expected, JsonKinds.found(found), null));
    }

    private void add(Flaw flaw) {
        if (flaws.size() < JsonScan.FLAWS_MAX) {
            flaws.add(flaw);
        }
    }

    private @Nullable String example(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> mapper.valueToTree(constant).asString())
                    .collect(Collectors.joining(", "));
        }
        return EXAMPLES.get(type);
    }

    private static boolean mustBeThere(RecordComponent component) {
        Class<?> type = component.getType();
        return !Collection.class.isAssignableFrom(type)
                && !Map.class.isAssignableFrom(type)
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /// One step of a JSON pointer.
    static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
