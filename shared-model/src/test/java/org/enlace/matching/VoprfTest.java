package org.enlace.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.enlace.message.MalformedMessage;
import org.enlace.message.StrictJson;
import org.enlace.person.Sensitive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The function by the vectors of RFC 9497, appendix A.3.2, and what it does for whoever asks and whoever answers.
class VoprfTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final SecureRandom RANDOM = new SecureRandom();

    static JsonNode vectors() {
        try {
            return StrictJson.tree(Files.readAllBytes(Path.of("docs/vectors/matching/rfc9497-p256-voprf.json")));
        } catch (IOException | MalformedMessage e) {
            throw new IllegalStateException(e);
        }
    }

    static List<JsonNode> cases() {
        return vectors().path("cases").valueStream().toList();
    }

    private static MatchKey key() {
        return MatchKey.of(HEX.parseHex(vectors().path("secretKey").asString()));
    }

    @Test
    void theKeyOfTheVectorsComesFromTheirSeed() {
        byte[] info = HEX.parseHex(vectors().path("keyInfo").asString());
        byte[] seed = HEX.parseHex(vectors().path("seed").asString());

        BigInteger derived =
                Group.scalar("DeriveKeyPair", seed, Group.framed(info), "\u0000".getBytes(StandardCharsets.US_ASCII));

        assertThat(Group.hex(derived)).isEqualTo(vectors().path("secretKey").asString());
        assertThat(key().publicKey()).isEqualTo(vectors().path("publicKey").asString());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyStepIsThatOfTheVectors(JsonNode vector) {
        List<byte[]> inputs =
                texts(vector, "inputs").stream().map(HEX::parseHex).toList();
        List<String> blinds = texts(vector, "blinds");
        List<Blinded> asked = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            asked.add(Blinded.of(inputs.get(i), new BigInteger(blinds.get(i), 16)));
        }
        assertThat(asked).extracting(Blinded::element).isEqualTo(texts(vector, "blinded"));

        Evaluation evaluation = key().evaluate(
                        texts(vector, "blinded"),
                        new BigInteger(vector.path("proofScalar").asString(), 16));
        assertThat(evaluation.evaluated()).isEqualTo(texts(vector, "evaluated"));
        assertThat(evaluation.proof()).isEqualTo(vector.path("proof").asString());

        List<byte[]> outputs = Blinded.tagsOf(inputs, asked, evaluation).orElseThrow();
        assertThat(outputs).extracting(HEX::formatHex).isEqualTo(texts(vector, "outputs"));
        assertThat(inputs)
                .extracting(input -> HEX.formatHex(key().output(input)))
                .isEqualTo(texts(vector, "outputs"));
    }

    @Test
    void whoeverAsksFindsExactlyWhatIsHeld() {
        MatchKey key = MatchKey.generate(RANDOM);
        Tags table = Tags.filled(new TreeSet<>(List.of(key.tag(phone("+51987654321")))), key);
        List<Identifier> wanted = List.of(phone("+51987654321"), phone("+51987654322"));
        List<Blinded> asked =
                wanted.stream().map(one -> Blinded.of(one, RANDOM)).toList();

        List<String> tags = Blinded.tags(wanted, asked, evaluated(key, asked)).orElseThrow();

        assertThat(tags).extracting(table::holds).containsExactly(true, false);
        assertThat(Blinded.of(wanted.getFirst(), RANDOM).element())
                .as("two blindings of one identifier have nothing in common")
                .isNotEqualTo(asked.getFirst().element());
        assertThat(asked.getFirst()).asString().doesNotContain("987654321").contains("[withheld]");
        assertThat(key).hasToString("[withheld]");
    }

    @Test
    void anAnswerOfAnotherKeyOrOrderOrWithoutProofIsNoAnswer() {
        MatchKey key = MatchKey.generate(RANDOM);
        MatchKey other = MatchKey.generate(RANDOM);
        List<Identifier> wanted = List.of(phone("+51987654321"), phone("+51987654322"));
        List<Blinded> asked =
                wanted.stream().map(one -> Blinded.of(one, RANDOM)).toList();
        Evaluation right = evaluated(key, asked);
        Evaluation wrong = evaluated(other, asked);

        assertThat(List.of(
                        new Evaluation(right.publicKey(), wrong.evaluated(), wrong.proof()),
                        new Evaluation(right.publicKey(), wrong.evaluated(), right.proof()),
                        new Evaluation(wrong.publicKey(), right.evaluated(), right.proof()),
                        new Evaluation(right.publicKey(), right.evaluated().reversed(), right.proof()),
                        new Evaluation(right.publicKey(), right.evaluated().subList(0, 1), right.proof()),
                        new Evaluation(right.publicKey(), right.evaluated(), "00".repeat(64)),
                        new Evaluation(right.publicKey(), right.evaluated(), ""),
                        new Evaluation("", right.evaluated(), right.proof())))
                .allSatisfy(answer ->
                        assertThat(Blinded.tags(wanted, asked, answer)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "000000000000000000000000000000000000000000000000000000000000000000",
                "020000000000000000000000000000000000000000000000000000000000000001",
                "02ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "02DD05901038BB31A6FAE01828FD8D0E49E35A486B5C5D4B4994013648C01277DA",
                "04dd05901038bb31a6fae01828fd8d0e49e35a486b5c5d4b4994013648c01277da",
                "zzdd05901038bb31a6fae01828fd8d0e49e35a486b5c5d4b4994013648c01277da"
            })
    void whatIsNoPointOfTheCurveIsNeitherReadNorEvaluated(String hex) {
        assertThat(Blinded.isElement(hex)).isFalse();
        assertThatThrownBy(() -> MatchKey.generate(RANDOM).evaluate(List.of(hex), RANDOM))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noMoreThanOneQueryMayHaveIsEvaluated() {
        MatchKey key = MatchKey.generate(RANDOM);
        List<String> many =
                IntStream.range(0, 65).mapToObj(_ -> key.publicKey()).toList();

        assertThatThrownBy(() -> key.evaluate(many, RANDOM)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> key.evaluate(List.of(), RANDOM)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTableSaysLittleOfItsSizeAndNothingOfItsOrder() {
        MatchKey key = MatchKey.generate(RANDOM);
        TreeSet<String> held = new TreeSet<>();
        Tags before = Tags.filled(held, key);
        held.add(key.tag(phone("+51987654321")));
        Tags one = Tags.filled(held, key);

        assertThat(before.tags()).hasSize(64);
        assertThat(one.tags()).hasSize(64).contains(held.first());
        assertThat(one.tags())
                .as("what fills stays what it was")
                .filteredOn(before::holds)
                .hasSize(63);
        assertThat(Tags.filled(held, key).digest()).isEqualTo(one.digest()).isNotEqualTo(before.digest());
        assertThat(Tags.read(one.texts())).contains(one);
        for (int i = 0; held.size() < 65; i++) {
            held.add("%032x".formatted(i));
        }
        assertThat(Tags.filled(held, key).tags()).hasSize(128);
    }

    @Test
    void theLargestTableFitsIntoTheStringsOfAMessage() {
        TreeSet<String> held = new TreeSet<>();
        for (int i = 0; i < Tags.TAGS_MAX; i++) {
            held.add("%032x".formatted(i));
        }
        Tags table = new Tags(held);

        assertThat(table.texts()).hasSize(8).allSatisfy(text -> assertThat(text).hasSizeLessThan(65_536));
        assertThat(Tags.read(table.texts())).contains(table);
        held.add("f".repeat(32));
        assertThatThrownBy(() -> Tags.filled(held, MatchKey.generate(RANDOM)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTableThatIsNotInItsOneFormIsRefused() {
        String tag = "A".repeat(21) + "A==".substring(0, 3);
        assertThat(Tags.read(List.of())).isEmpty();
        assertThat(Tags.read(List.of("not base64"))).isEmpty();
        assertThat(Tags.read(List.of("AAAA"))).isEmpty();
        assertThat(Tags.read(List.of(tag, tag))).as("twice the same").isEmpty();
        assertThat(Tags.read(IntStream.range(0, 9).mapToObj(_ -> tag).toList())).isEmpty();
    }

    private static Evaluation evaluated(MatchKey key, List<Blinded> asked) {
        return key.evaluate(asked.stream().map(Blinded::element).toList(), RANDOM);
    }

    private static Identifier phone(String number) {
        return new Identifier(IdentifierKind.PHONE, null, Sensitive.of(number));
    }

    private static List<String> texts(JsonNode vector, String name) {
        return vector.path(name).valueStream().map(JsonNode::asString).toList();
    }
}
