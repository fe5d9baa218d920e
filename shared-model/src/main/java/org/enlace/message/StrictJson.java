package org.enlace.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.enlace.message.MalformedMessage.Reason;
import org.enlace.person.Sensitive;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/// JSON as the network writes and reads it: UTF-8 only, no duplicate keys, nothing after the end, depth 32, strings of
/// at most 64 KiB, no lone surrogates. Fields that we do not know are tolerated; fields that must be there and are not
/// are an error, and so is a value of the wrong kind.
///
/// It is the one mapper that reveals what is [Sensitive], so it is for sealed content only.
public final class StrictJson {
    /// As large as a record on the wire may be.
    public static final int BYTES_MAX = 2 * 1024 * 1024;

    private static final int DEPTH_MAX = 32;
    private static final int STRING_MAX = 64 * 1024;
    private static final int NAME_MAX = 256;
    private static final int NUMBER_MAX = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(BYTES_MAX)
                            .maxNestingDepth(DEPTH_MAX)
                            .maxStringLength(STRING_MAX)
                            .maxNameLength(NAME_MAX)
                            .maxNumberLength(NUMBER_MAX)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .annotationIntrospector(new RequiredUnlessNullable())
            .addModule(new SimpleModule()
                    .addDeserializer(Instant.class, new IsoText<>(Instant.class, Instant::parse))
                    .addDeserializer(LocalDate.class, new IsoText<>(LocalDate.class, LocalDate::parse)))
            .addMixIn(Sensitive.class, SensitiveJson.class)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .withCoercionConfigDefaults(StrictJson::asWritten)
            .withCoercionConfig(LogicalType.Textual, StrictJson::asWritten)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    /// Without its own look-out for doubled fields, so that all of them are found and named.
    private static final ObjectReader SCANNER = MAPPER.reader().without(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    private StrictJson() {}

    private static void asWritten(MutableCoercionConfig kind) {
        kind.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    }

    public static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /// @throws MalformedMessage for anything that is not exactly such a value; it never quotes the bytes
    public static <T> T read(Class<T> type, byte[] json) throws MalformedMessage {
        String text = checked(json);
        try {
            T value = MAPPER.readValue(text, type);
            if (value == null) {
                throw new MalformedMessage(Reason.NOT_THE_SHAPE);
            }
            return value;
        } catch (JacksonException e) {
            throw new MalformedMessage(Reason.NOT_THE_SHAPE);
        }
    }

    /// The fields that this version does not know, for a reader who should be told that there is more.
    ///
    /// @return JSON pointer to the value's JSON text
    public static Map<String, String> newer(Class<?> type, byte[] json) throws MalformedMessage {
        return newer(json, write(read(type, json)));
    }

    /// @param theirs as it came
    /// @param ours what was understood of it, written again
    static Map<String, String> newer(byte[] theirs, byte[] ours) {
        Map<String, String> found = new TreeMap<>();
        collectNewer("", MAPPER.readTree(theirs), MAPPER.readTree(ours), found);
        return found;
    }

    private static void collectNewer(String where, JsonNode theirs, JsonNode ours, Map<String, String> found) {
        for (String name : theirs.propertyNames()) {
            JsonNode value = theirs.path(name);
            JsonNode known = ours.path(name);
            String here = where + JsonShape.step(name);
            if (known.isMissingNode() && !value.isNull()) {
                found.put(PlainText.visible(here), PlainText.visible(value.toString()));
            } else {
                collectNewer(here, value, known, found);
            }
        }
        for (int i = 0; theirs.isArray() && i < theirs.size(); i++) {
            collectNewer(where + "/" + i, theirs.path(i), ours.path(i), found);
        }
    }

    /// Reads what a client of ours wrote for this version and no other: a field that we do not know is wrong too.
    ///
    /// @throws MalformedMessage with everything that is wrong, each with its place
    public static <T> T readExactly(Class<T> type, byte[] json) throws MalformedMessage {
        JsonNode tree = tree(json);
        List<Flaw> flaws = flaws(type, tree);
        if (!flaws.isEmpty()) {
            throw new MalformedMessage(flaws);
        }
        return read(type, json);
    }

    /// Any one JSON value within the limits.
    ///
    /// @throws MalformedMessage with everything that is wrong, each with its place
    public static JsonNode tree(byte[] json) throws MalformedMessage {
        return MAPPER.readTree(checked(json));
    }

    /// Everything that keeps a value from being exactly such a one; empty if nothing does.
    public static List<Flaw> flaws(Class<?> type, JsonNode value) {
        return new JsonShape(MAPPER).flaws(type, value);
    }

    private static String checked(byte[] json) throws MalformedMessage {
        if (json.length > BYTES_MAX) {
            throw new MalformedMessage(List.of(Flaw.at("", Flaw.Code.TOO_LARGE)));
        }
        String text = utf8(json);
        List<Flaw> flaws = new JsonScan(SCANNER, DEPTH_MAX).flaws(text);
        if (!flaws.isEmpty()) {
            throw new MalformedMessage(flaws);
        }
        return text;
    }

    private static String utf8(byte[] json) throws MalformedMessage {
        try {
            // Strict: no overlong forms, no encoded surrogates, and no guessing of UTF-16 as a parser of bytes would
            // do.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedMessage(List.of(Flaw.at("", Flaw.Code.NOT_UTF8)));
        }
    }
}
