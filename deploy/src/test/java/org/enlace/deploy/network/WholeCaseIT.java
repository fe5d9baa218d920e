package org.enlace.deploy.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.enlace.client.CaseCalls;
import org.enlace.client.DeskItem;
import org.enlace.client.HandoverCalls;
import org.enlace.client.MessageCalls;
import org.enlace.client.NewMessage;
import org.enlace.client.NodeApi;
import org.enlace.client.ProblemAnswered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two contact points work on one case through programs alone: what is said about a message, the change of a shift, and
/// the file of the case.
@ExtendWith(SharedNetwork.class)
class WholeCaseIT {
    @Test
    void whatAPartnerSawAndProposesIsReadAndDecidedAndTheCaseGoesThroughAShiftIntoItsFile(DemoNetwork network) {
        NodeApi writer = network.program("GT", "INVESTIGATOR");
        NodeApi reader = network.program("MX", "INVESTIGATOR");
        MessageCalls.Sent alert = network.sent(
                "GT", "INVESTIGATOR", Bodies.alert("MX", "IMMEDIATE", "NO", "Grey minibus", "+502 5555 0100"));
        eventually()
                .untilAsserted(() -> assertThat(reader.messages()
                                .read(alert.message(), false)
                                .about()
                                .subject())
                        .isEqualTo("Grey minibus"));

        network.sent("MX", "INVESTIGATOR", about(alert, "CORROBORATION", "ROUTINE", """
                {"sighting":{"owner":"GT","finding":"SEEN","period":{"from":"2026-11-20","to":"2026-11-22"},
                 "note":"At the bridge, northbound."}}"""));
        MessageCalls.Sent proposal = network.sent("MX", "INVESTIGATOR", about(alert, "PROPOSAL", "NORMAL", """
                {"proposal":{"items":[{"part":"ALERT","field":"/what","shouldBe":"White minibus."}],
                 "reason":"WAS_WRONG","explanation":"Read from the camera at the bridge."}}"""));
        eventually().untilAsserted(() -> {
            MessageCalls.Message read = writer.messages().read(alert.message(), false);
            assertThat(read.corroborations())
                    .hasSize(1)
                    .allMatch(seen -> seen.finding().equals("SEEN"));
            assertThat(read.proposals()).hasSize(1).allMatch(proposed -> proposed.outcome() == null);
        });

        writer.messages().send(NewMessage.read("""
                {"type":"PROPOSAL_DECISION","inReplyTo":"%s","recipients":["MX"],"urgency":"NORMAL",
                 "subject":"Colour of the minibus",
                 "content":{"decision":{"outcome":"REJECTED","ground":"CANNOT_BE_CONFIRMED"}}}
                """.formatted(proposal.message())));
        eventually()
                .untilAsserted(() -> assertThat(
                                reader.messages().read(alert.message(), false).proposals())
                        .hasSize(1)
                        .allMatch(proposed -> "REJECTED".equals(proposed.outcome())));

        handedOver(network, alert.message());
        exported(reader, alert);
    }

    /// The duty officer acknowledges it and asks the supervisor to take it at the end of the shift.
    private static void handedOver(DemoNetwork network, String message) {
        NodeApi duty = network.program("MX", "DUTY");
        NodeApi supervisor = network.program("MX", "SUPERVISOR");
        DeskItem item = duty.desk()
                .all("all")
                .filter(one -> one.message().equals(message))
                .findFirst()
                .orElseThrow();
        duty.desk().acknowledge(item.id());
        String taker = network.program("MX", "OPERATOR")
                .officers()
                .all()
                .filter(officer -> officer.roles().equals(List.of("SUPERVISOR")))
                .findFirst()
                .orElseThrow()
                .officer();
        duty.handover()
                .offer(new HandoverCalls.Offers(
                        List.of(new HandoverCalls.Handing(item.id(), "The patrol calls back at six.", taker)), null));
        HandoverCalls.Waiting offered = supervisor.handover().shift(null, 0).offered().stream()
                .filter(one -> one.item().id().equals(item.id()))
                .findFirst()
                .orElseThrow();
        assertThat(offered.offer().note()).isEqualTo("The patrol calls back at six.");
        assertThat(duty.handover().held()).anyMatch(held -> held.item().id().equals(item.id()));

        supervisor.handover().take(offered.offer().id());

        assertThat(duty.handover().held()).noneMatch(held -> held.item().id().equals(item.id()));
        assertThat(supervisor.handover().held())
                .anyMatch(held -> held.item().id().equals(item.id()));
    }

    private static void exported(NodeApi reader, MessageCalls.Sent alert) {
        CaseCalls.Purpose purpose = new CaseCalls.Purpose(false, "WORK");
        CaseCalls.CaseFile file = reader.cases().export(alert.caseReference(), purpose);
        assertThat(file.messages()).extracting(CaseCalls.CaseFileMessage::id).contains(alert.message());
        assertThat(file.events()).extracting(CaseCalls.CaseFileEvent::kind).contains("ACKNOWLEDGED");
        assertThat(new String(
                        reader.cases().exportOnPaper(alert.caseReference(), purpose), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
    }

    private static String about(MessageCalls.Sent message, String type, String urgency, String content) {
        return """
                {"type":"%s","inReplyTo":"%s","recipients":["GT"],"urgency":"%s","subject":"Colour of the minibus",
                 "handling":{"code":"H1","tlp":"AMBER+STRICT","pap":"AMBER","evaluation":"B2","caveats":[]},
                 "language":"spa","content":%s}
                """.formatted(type, message.message(), urgency, content);
    }

    /// What is not there yet is refused until it is.
    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(ProblemAnswered.class);
    }
}
