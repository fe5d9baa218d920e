package org.enlace.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.person.Sensitive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Every message content that was ever released, in `docs/released`, is read for ever. A file there is never changed:
/// a new version of a content gets a file of its own.
class ReleasedMessagesTest {
    private static final Path RELEASED = Path.of("docs", "released");
    private static final String LATER = "CODE_OF_2031";
    /// Codes by which the program itself decides: a message with another one there is not understood, and not acted on.
    private static final Set<String> DECIDED_BY = Set.of(
            "answers",
            "contactWithConsulateWanted",
            "healthUrgent",
            "interpreterNeeded",
            "level",
            "majority",
            "precision",
            "status.kind",
            "urgency");

    static List<Path> files() {
        try (Stream<Path> files = Files.list(RELEASED)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyKindOfMessageHasItsRelease() throws MalformedMessage {
        Set<Class<?>> released = new HashSet<>();
        for (Path file : files()) {
            released.add(Released.of(file).message().getClass());
        }
        assertThat(released)
                .containsExactlyInAnyOrderElementsOf(kinds(Message.class).toList());
    }

    @Test
    void noReleaseWasEverChanged() throws IOException, NoSuchAlgorithmException {
        StringBuilder sums = new StringBuilder();
        for (Path file : files()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            sums.append(HexFormat.of().formatHex(digest))
                    .append("  ")
                    .append(file.getFileName())
                    .append('\n');
        }
        assertThat(sums.toString()).isEqualTo(Files.readString(RELEASED.resolve("SHA256SUMS")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatWasReleasedIsReadAndIsTheSameWhenWrittenAgain(Path file) throws MalformedMessage {
        Released released = Released.of(file);

        assertThat(StrictJson.tree(StrictJson.write(released.about()))).isEqualTo(released.tree("about"));
        Compartments.split(released.message())
                .forEach((part, bytes) -> assertThat(knownThen(tree(bytes), released.tree(part.name())))
                        .as("%s", part)
                        .isEqualTo(released.tree(part.name())));
        assertThat(Compartments.split(released.message()).keySet())
                .isEqualTo(released.parts().keySet());
        assertThat(Compartments.newer(released.message(), released.parts())).isEmpty();
    }

    @Test
    void everyFieldOfEveryRecordStandsInARelease() throws MalformedMessage {
        Map<String, Boolean> fields = new TreeMap<>();
        for (Path file : files()) {
            Released released = Released.of(file);
            fields(About.class, released.tree("about"), fields);
            fields(released.message().getClass(), tree(StrictJson.write(released.message())), fields);
        }
        assertThat(fields).hasSizeGreaterThan(150);
        assertThat(fields.entrySet().stream().filter(field -> !field.getValue()).map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void aFieldThatIsRenamedIsNoticed() throws MalformedMessage {
        Released alert = Released.of(RELEASED.resolve("1-case-alert.json"));
        ObjectNode optional = alert.tree("ALERT").asObject();
        optional.set("phone", optional.remove("callBack"));
        ObjectNode required = alert.tree("ALERT").deepCopy().asObject();
        required.remove("what");

        CaseAlert read = (CaseAlert) Compartments.join(alert.type(), Map.of(Compartment.ALERT, bytes(optional)));

        assertThat(tree(Compartments.split(read).getOrDefault(Compartment.ALERT, new byte[0])))
                .isNotEqualTo(optional);
        assertThatThrownBy(() -> Compartments.join(alert.type(), Map.of(Compartment.ALERT, bytes(required))))
                .isInstanceOf(MalformedMessage.class);
    }

    @ParameterizedTest
    @MethodSource("files")
    void fieldsOfANewerVersionAreNamedWhereverTheyStandAndChangeNothing(Path file) throws MalformedMessage {
        Released released = Released.of(file);
        Map<Compartment, byte[]> newer = new EnumMap<>(Compartment.class);
        Map<Compartment, Set<String>> added = new EnumMap<>(Compartment.class);
        for (Compartment part : released.parts().keySet()) {
            JsonNode tree = released.tree(part.name());
            Set<String> places = new TreeSet<>();
            extend(tree, "", places);
            newer.put(part, bytes(tree));
            added.put(part, places);
        }

        assertThat(Compartments.join(released.type(), newer)).isEqualTo(released.message());
        assertThat(Compartments.newer(released.message(), newer).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, part -> part.getValue().keySet())))
                .isEqualTo(added);
    }

    @ParameterizedTest
    @MethodSource("files")
    void codesOfANewerVersionAreKept(Path file) throws MalformedMessage {
        Released released = Released.of(file);
        List<String> refused = new ArrayList<>();
        for (Compartment part : released.parts().keySet()) {
            for (String code : codes(released.tree(part.name()), "")) {
                ObjectNode changed = released.tree(part.name()).deepCopy().asObject();
                replace(changed, code);
                Map<Compartment, byte[]> parts = new EnumMap<>(released.parts());
                parts.put(part, bytes(changed));
                try {
                    Message read = Compartments.join(released.type(), parts);
                    assertThat(knownThen(tree(Compartments.split(read).getOrDefault(part, new byte[0])), changed))
                            .as(code)
                            .isEqualTo(changed);
                } catch (MalformedMessage e) {
                    refused.add(code);
                }
            }
        }
        assertThat(refused)
                .allSatisfy(code ->
                        assertThat(decidedBy(released.type(), code)).as(code).isTrue());
    }

    /// Without the lists that came into our version later and hold nothing here.
    private static JsonNode knownThen(JsonNode ours, JsonNode theirs) {
        for (String name : List.copyOf(ours.propertyNames())) {
            if (!theirs.has(name)
                    && ours.path(name).isArray()
                    && ours.path(name).isEmpty()) {
                ours.asObject().remove(name);
            } else {
                knownThen(ours.path(name), theirs.path(name));
            }
        }
        for (int i = 0; ours.isArray() && i < ours.size(); i++) {
            knownThen(ours.path(i), theirs.path(i));
        }
        return ours;
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ReleasedMessagesTest::kinds)
                : Stream.of(type);
    }

    private static boolean decidedBy(MessageType type, String pointer) {
        List<String> steps = List.of(pointer.substring(1).split("/", -1));
        return DECIDED_BY.contains(type.name().toLowerCase(Locale.ROOT) + "." + steps.getLast())
                || steps.stream().anyMatch(DECIDED_BY::contains);
    }

    /// Where a code of ours stands, as far as a code can be told from a word.
    private static List<String> codes(JsonNode node, String at) {
        List<String> found = new ArrayList<>();
        if (node.isString() && node.asString().matches("[A-Z]{4,}(_[A-Z]+)*|[A-Z][a-z]+[A-Z][A-Za-z]+")) {
            found.add(at);
        }
        for (String name : node.propertyNames()) {
            found.addAll(codes(node.path(name), at + "/" + name));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            found.addAll(codes(node.path(i), at + "/" + i));
        }
        return found;
    }

    private static void replace(ObjectNode root, String pointer) {
        int last = pointer.lastIndexOf('/');
        JsonNode parent = root.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(name), LATER);
        } else if (parent instanceof ObjectNode object) {
            object.put(name, LATER);
        }
    }

    private static void extend(JsonNode node, String at, Set<String> places) {
        for (String name : List.copyOf(node.propertyNames())) {
            // The keys of a map are values, and a point is of a standard of its own.
            if (!name.equals("answers") && !name.equals("point")) {
                extend(node.path(name), at + "/" + name, places);
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            if (!at.endsWith("/path")) {
                extend(node.path(i), at + "/" + i, places);
            }
        }
        if (node instanceof ObjectNode object) {
            object.putArray("ofVersion2031").add(LATER);
            places.add(at + "/ofVersion2031");
        }
    }

    /// Whether each component of each record that is reached has a value somewhere.
    private static void fields(Type type, JsonNode value, Map<String, Boolean> fields) {
        if (type instanceof ParameterizedType of && of.getRawType() instanceof Class<?> raw) {
            Type first = of.getActualTypeArguments()[0];
            if (raw == Sensitive.class) {
                fields(first, value, fields);
            } else if (Collection.class.isAssignableFrom(raw)) {
                value.forEach(item -> fields(first, item, fields));
            }
        } else if (type instanceof Class<?> plain && JsonKinds.isPlainRecord(plain)) {
            for (RecordComponent component : plain.getRecordComponents()) {
                JsonNode inner = value.path(component.getName());
                boolean there = !inner.isMissingNode() && !inner.isNull() && !(inner.isContainer() && inner.isEmpty());
                fields.merge(plain.getSimpleName() + "." + component.getName(), there, Boolean::logicalOr);
                fields(component.getGenericType(), inner, fields);
            }
        }
    }

    private static byte[] bytes(JsonNode tree) {
        return tree.toString().getBytes(UTF_8);
    }

    private static JsonNode tree(byte[] json) {
        try {
            return StrictJson.tree(json);
        } catch (MalformedMessage e) {
            throw new IllegalStateException(e);
        }
    }

    /// One file: the header, and each part under its name.
    private record Released(JsonNode whole) {

        static Released of(Path file) throws MalformedMessage {
            try {
                return new Released(StrictJson.tree(Files.readAllBytes(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// A copy, to be changed by a test.
        JsonNode tree(String name) {
            return whole.path(name).deepCopy();
        }

        About about() throws MalformedMessage {
            return StrictJson.read(About.class, bytes(whole.path("about")));
        }

        MessageType type() throws MalformedMessage {
            return about().messageType();
        }

        Map<Compartment, byte[]> parts() {
            Map<Compartment, byte[]> parts = new EnumMap<>(Compartment.class);
            for (Compartment part : Compartment.values()) {
                if (whole.has(part.name())) {
                    parts.put(part, bytes(whole.path(part.name())));
                }
            }
            return parts;
        }

        Message message() throws MalformedMessage {
            return Compartments.join(type(), parts());
        }
    }
}
