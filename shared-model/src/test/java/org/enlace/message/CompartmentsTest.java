package org.enlace.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompartmentsTest {

    static List<Message> everyKind() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void whatWasTakenApartIsTheSameWhenPutTogether(Message message) throws MalformedMessage {
        assertThat(Compartments.join(message.type(), Compartments.split(message)))
                .isEqualTo(message);
    }

    @Test
    void aReaderWithoutTheIdentityKeyGetsTheRequestWithoutIdentity() throws MalformedMessage {
        Map<Compartment, byte[]> parts = new EnumMap<>(Compartments.split(Samples.request()));
        parts.remove(Compartment.IDENTITY);

        VictimAssistanceRequest read =
                (VictimAssistanceRequest) Compartments.join(MessageType.VICTIM_ASSISTANCE_REQUEST, parts);

        assertThat(read.identity()).isNull();
        assertThat(read.protection()).isEqualTo(Samples.request().protection());
    }

    @Test
    void theNameStandsInTheIdentityPartAndNowhereElse() {
        Map<Compartment, byte[]> parts = Compartments.split(Samples.request());

        assertThat(text(parts, Compartment.IDENTITY)).contains("Quispe").contains("Casa Azul");
        assertThat(text(parts, Compartment.ALERT)).doesNotContain("Quispe").doesNotContain("Casa Azul");
        assertThat(text(parts, Compartment.PROTECTION)).doesNotContain("Quispe").doesNotContain("Casa Azul");
    }

    @Test
    void theJourneyStandsInTheIdentityPartAndNowhereElse() {
        Map<Compartment, byte[]> parts = Compartments.split(Samples.referral(VictimReferral.VOLUNTARY_RETURN));

        assertThat(text(parts, Compartment.IDENTITY)).contains("USHOU").contains("Casa Azul");
        assertThat(text(parts, Compartment.ALERT)).doesNotContain("USHOU").doesNotContain("Esperanza");
        assertThat(text(parts, Compartment.PROTECTION)).doesNotContain("USHOU").contains("Esperanza");
    }

    @Test
    void telephonesStandInThePolicePartAndNowhereElse() {
        Map<Compartment, byte[]> parts = Compartments.split(Samples.alert());

        assertThat(text(parts, Compartment.POLICE)).contains("+51900000001");
        assertThat(text(parts, Compartment.ALERT)).doesNotContain("+51900000001");
    }

    @Test
    void aMessageWithoutItsAlertPartIsRefused() {
        assertThatThrownBy(() -> Compartments.join(MessageType.CASE_ALERT, Map.of()))
                .isInstanceOfSatisfying(
                        MalformedMessage.class,
                        e -> assertThat(e.reason()).isEqualTo(MalformedMessage.Reason.PART_MISSING));
    }

    @Test
    void aKindWithoutARecordIsRefusedByName() {
        assertThatThrownBy(() -> Compartments.join(MessageType.HEARTBEAT, Map.of()))
                .isInstanceOfSatisfying(
                        MalformedMessage.class,
                        e -> assertThat(e.reason()).isEqualTo(MalformedMessage.Reason.KIND_UNKNOWN));
    }

    @Test
    void aPartOfANewerVersionIsLeftAlone() throws MalformedMessage {
        Map<Compartment, byte[]> parts = new EnumMap<>(Compartments.split(Samples.alert()));
        parts.put(Compartment.ATTACHMENTS, new byte[] {1, 2, 3});

        assertThat(Compartments.join(MessageType.CASE_ALERT, parts)).isEqualTo(Samples.alert());
    }

    @Test
    void codesThatWeDoNotKnowSurvive() throws MalformedMessage {
        CaseAlert ours = Samples.alert();
        String theirs = text(Compartments.split(ours), Compartment.ALERT).replace("DECEPTION", "MEANS_OF_2031");
        Map<Compartment, byte[]> parts = Map.of(Compartment.ALERT, theirs.getBytes(StandardCharsets.UTF_8));

        CaseAlert read = (CaseAlert) Compartments.join(MessageType.CASE_ALERT, parts);

        assertThat(read.alert().means()).containsExactly("MEANS_OF_2031");
    }

    @Test
    void theOrderAndPresenceOfPartsNeverMattersForWhatIsRead() throws MalformedMessage {
        Random random = new Random(20261122);
        for (int round = 0; round < 2_000; round++) {
            Message whole = RandomMessages.next(random);
            Map<Compartment, byte[]> parts = Compartments.split(whole);

            assertThat(Compartments.join(whole.type(), parts))
                    .as("round %d", round)
                    .isEqualTo(whole);

            Map<Compartment, byte[]> some = new EnumMap<>(parts);
            some.keySet().removeIf(part -> part != Compartment.ALERT && random.nextBoolean());
            Message read = Compartments.join(whole.type(), some);

            assertThat(Compartments.split(read).keySet()).as("round %d", round).isEqualTo(some.keySet());
            some.forEach((part, bytes) -> assertThat(Compartments.split(read).get(part))
                    .as("%s", part)
                    .isEqualTo(bytes));
        }
    }

    @Test
    void noMessagePrintsAPersonsData() {
        for (Message message : Samples.all()) {
            assertThat(message.toString())
                    .doesNotContain("Quispe")
                    .doesNotContain("Casa Azul")
                    .doesNotContain("+51900000001")
                    .doesNotContain("P1234567")
                    .doesNotContain("US-TX")
                    .doesNotContain("USHOU")
                    .doesNotContain("Esperanza")
                    .doesNotContain("bakery")
                    .doesNotContain("Lucía");
        }
        assertThat(Samples.request().toString()).contains("[withheld]");
    }

    private static String text(Map<Compartment, byte[]> parts, Compartment part) {
        return new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
    }
}
