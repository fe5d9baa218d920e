package org.enlace.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.enlace.matching.Normalised.Unusable;
import org.enlace.matching.Normalised.Usable;
import org.enlace.message.MalformedMessage;
import org.enlace.message.StrictJson;
import org.enlace.person.Sensitive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// How identifiers are written before they are hashed, by the published vectors.
class IdentifierTest {

    static List<JsonNode> cases() throws IOException, MalformedMessage {
        return StrictJson.tree(Files.readAllBytes(Path.of("docs/vectors/matching/identifiers.json")))
                .path("cases")
                .valueStream()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsWrittenBecomesOneFormOrIsRefusedPrecisely(JsonNode vector) {
        Normalised found = Identifier.of(
                IdentifierKind.valueOf(vector.path("kind").asString()),
                vector.has("state") ? vector.path("state").asString() : null,
                Sensitive.of(vector.path("written").asString()));

        switch (found) {
            case Usable(var identifier) ->
                assertThat(new String(identifier.input(), StandardCharsets.UTF_8).replace('\u001f', '␟'))
                        .isEqualTo(vector.path("input").asString());
            case Unusable(var why) ->
                assertThat(why.name()).isEqualTo(vector.path("refused").asString());
        }
    }

    @Test
    void anIdentifierPrintsNothingOfItself() {
        Normalised found = Identifier.of(IdentifierKind.PASSPORT, "PE", Sensitive.of("P1234567"));

        assertThat(found).asString().doesNotContain("1234567").contains("[withheld]");
        assertThat(Identifier.of(IdentifierKind.PHONE, null, null)).isEqualTo(new Unusable(Normalised.Why.MISSING));
    }
}
