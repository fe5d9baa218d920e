package org.enlace.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;
import org.enlace.message.Flaw.Kind;
import org.enlace.person.Sensitive;
import tools.jackson.databind.JsonNode;

/// Which kind of JSON value a Java type is written as.
final class JsonKinds {
    /// Reflection copies what it returns, and each field of each message asks.
    private static final ClassValue<Boolean> PLAIN_RECORDS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return looksPlain(type);
        }
    };

    private JsonKinds() {}

    /// One that is written as an object of its components, not as one text or number.
    static boolean isPlainRecord(Class<?> type) {
        return type.isRecord() && PLAIN_RECORDS.get(type);
    }

    private static boolean looksPlain(Class<?> type) {
        Stream<AnnotatedElement> makers =
                Stream.concat(Arrays.stream(type.getDeclaredConstructors()), Arrays.stream(type.getDeclaredMethods()));
        return makers.noneMatch(maker -> maker.isAnnotationPresent(JsonCreator.class));
    }

    static Kind kind(Type type) {
        if (type instanceof ParameterizedType of && of.getRawType() instanceof Class<?> raw) {
            return raw == Sensitive.class
                    ? kind(of.getActualTypeArguments()[0])
                    : Collection.class.isAssignableFrom(raw) ? Kind.LIST : Kind.OBJECT;
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return Kind.WHOLE_NUMBER;
        }
        if (type == double.class || type == Double.class) {
            return Kind.NUMBER;
        }
        if (type == boolean.class || type == Boolean.class) {
            return Kind.TRUE_OR_FALSE;
        }
        boolean object = type == GeoPoint.class
                || type == JsonNode.class
                || (type instanceof Class<?> plain && isPlainRecord(plain));
        return object ? Kind.OBJECT : Kind.TEXT;
    }

    static boolean fits(Kind expected, JsonNode value) {
        return switch (expected) {
            case TEXT -> value.isString();
            case NUMBER -> value.isNumber();
            case WHOLE_NUMBER -> value.isIntegralNumber();
            case TRUE_OR_FALSE -> value.isBoolean();
            case LIST -> value.isArray();
            case OBJECT -> value.isObject();
            case NOTHING -> value.isNull();
        };
    }

    static Kind found(JsonNode value) {
        return Arrays.stream(Kind.values())
                .filter(kind -> fits(kind, value))
                .findFirst()
                .orElse(Kind.NOTHING);
    }
}
