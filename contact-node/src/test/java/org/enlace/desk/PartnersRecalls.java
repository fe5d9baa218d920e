package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.enlace.desk.DeskUnderTest.CO;
import static org.enlace.desk.DeskUnderTest.MX;

import java.security.SecureRandom;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Tlp;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.ChildInvolved;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.RecallAttestation;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Officers;
import org.enlace.node.access.Role;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.casefile.CaseEventKind;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.Doing;
import org.enlace.node.exchange.UnknownMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What Mexico takes back at Panama, what nobody may, and what is particular to questions and their answers.
abstract class PartnersRecalls extends RecallPlay {
    PartnersRecalls(RecallNodes nodes) {
        super(nodes);
    }

    @Test
    void aQuestionThatIsTakenBackIsSealedAndNobodyAnswersIt() {
        var reference = reference();
        var id = post.asks(reference, CO);
        meet();
        var duty = holder.browser().signIn(Role.DUTY);
        var asked = Samples.question().request().questions().getFirst().asked();
        assertThat(duty.get("/desk?item=" + item(holder, id)).body()).contains(asked);
        assertThat(duty.get("/cases/" + reference).body()).contains(asked);

        assertThat(byApi(owner, Role.SUPERVISOR, id, "SENT_IN_ERROR")).isEqualTo(200);
        meet();

        for (var path : List.of("/desk?item=" + item(holder, id), "/cases", "/cases/" + reference)) {
            assertThat(duty.get(path).body()).as(path).doesNotContain(asked);
        }
        assertThat(duty.get("/desk/items/" + item(holder, id) + "/forward").statusCode())
                .isEqualTo(409);
        assertThat(holder.api(Role.DUTY).get("/api/v1/messages/" + id).statusCode())
                .isEqualTo(410);
        assertThat(state(holder, id)).isEqualTo(state(owner, id)).isEqualTo("ENTERED_IN_ERROR");
    }

    @Test
    void anAnswerThatIsTakenBackShowsNothingOfItselfNeitherByTheQuestion() {
        var reference = reference();
        var request = post.asks(reference, MX);
        var answer = post.answers(MX, request, "PARTIAL");
        var duty = owner.browser().signIn(Role.DUTY);
        var question = "/cases/" + reference + "?message=" + request;
        assertThat(duty.get(question).body()).contains("Partial answer");
        assertThat(duty.get("/cases/" + reference + "?message=" + answer).body())
                .contains(Samples.WORDS);

        recalledBy(MX, owner.given(answer), "WRONG_RECIPIENT");

        // The question is ours and says the same words.
        for (var path : List.of(question, "/cases/" + reference + "?message=" + answer, "/cases")) {
            assertThat(duty.get(path).body()).as(path).doesNotContain("Partial answer");
        }
        assertThat(duty.get("/cases/" + reference + "?message=" + answer).body())
                .doesNotContain(Samples.WORDS);
        assertThat(owner.api(Role.DUTY).get("/api/v1/cases/" + reference).body())
                .doesNotContain("PARTIAL");
        assertThat(state(owner, answer)).isEqualTo("ENTERED_IN_ERROR");
        assertThat(waits(owner, answer)).isTrue();
    }

    @Test
    void nobodyTakesBackWhatAnotherMemberSentNorWhatIsNotHereAndBothAreTold() {
        var reference = "CO-2026-000401";
        var id = owner.arrives(CO, Samples.alert(), Samples.alertAbout(reference, Urgency.URGENT, ChildInvolved.NO));

        var before = toldOutcomes(MX).size();

        recalledBy(MX, owner.given(id), "SAFETY");

        assertThat(owner.browser().signIn(Role.DUTY).get("/cases/" + reference).body())
                .contains(Samples.WORDS)
                .doesNotContain("Recalled");
        assertThat(toldOutcomes(MX)).hasSize(before + 1).endsWith("NOT_HELD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAFETY", "A_REASON_OF_2031"})
    void whatIsTakenBackBeforeItComesIsNeverShownAndNeverKept(String reason) {
        var given = MessageId.next(owner.clock().instant(), new SecureRandom());
        var reference = reason.equals("SAFETY") ? "MX-2026-000402" : "MX-2026-000403";
        recalledBy(MX, given, reason);
        var late = owner.verified(
                given,
                MX,
                Samples.request(),
                Samples.requestAbout(reference, Urgency.URGENT, Samples.handling(HandlingCode.H1, Tlp.AMBER)));
        owner.transaction().executeWithoutResult(_ -> owner.handOver(late));

        var shown = owner.browser()
                .signIn(Role.CASE_WORKER)
                .get("/cases/" + reference)
                .body();
        assertThat(shown).contains("Recalled: ").doesNotContain(Samples.WORDS).doesNotContain("/attestation");
        assertThat(owner.database()
                        .sql("select count(*) from case_part where message_id = ?")
                        .param(given.value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(owner.browser().signIn(Role.DUTY).get("/desk").body()).doesNotContain(reference);
    }

    @Test
    void aSecondRecallOfWhatIsGoneIsAnsweredAsTheFirst() {
        var id = owner.arrives(
                MX, Samples.alert(), Samples.alertAbout("MX-2026-000404", Urgency.URGENT, ChildInvolved.NO));
        var before = toldOutcomes(MX).size();
        recalledBy(MX, owner.given(id), "SENT_IN_ERROR");
        var duty = owner.browser().signIn(Role.DUTY);
        assertThat(duty.submit(
                                "/me",
                                "/messages/" + id + "/attestation",
                                "outcome",
                                "DESTROYED",
                                "exported",
                                "NO",
                                "passedOn",
                                "UNKNOWN",
                                "note",
                                "asked the shift")
                        .statusCode())
                .isEqualTo(303);

        recalledBy(MX, owner.given(id), "SAFETY");

        assertThat(toldOutcomes(MX).subList(before, before + 3)).containsExactly("SEALED", "DESTROYED", "DESTROYED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXPORTED", "COPY_GIVEN", "OPEN_FILE"})
    void nobodyAttestsThatNothingLeftWhereThisNodeKnowsThatItDid(String how) {
        var id = owner.arrives(MX, Samples.alert(), Samples.alertAbout(reference(), Urgency.URGENT, ChildInvolved.NO));
        owner.transaction().executeWithoutResult(_ -> {
            if (how.equals("OPEN_FILE")) {
                owner.bean(AuditLog.class)
                        .write(new AuditEntry(officer().pseudonym(), how, id.toString(), null, AuditEntry.DONE));
                return;
            }
            var files = owner.bean(CaseFiles.class);
            var now = owner.clock().instant();
            files.recordOwn(
                    files.find(id).orElseThrow(), CaseEventKind.valueOf(how), officer(), Doing.PLAIN, null, now);
        });
        recalledBy(MX, owner.given(id), "SENT_IN_ERROR");
        var path = "/messages/" + id + "/attestation";
        var duty = owner.browser().signIn(Role.DUTY);

        var denied =
                duty.submit("/me", path, "outcome", "DESTROYED", "exported", "NO", "passedOn", "NO", "note", "gone");
        assertThat(denied.statusCode()).isEqualTo(422);
        assertThat(denied.body()).contains("it was exported or copied: the answer cannot be no");
        var said =
                duty.submit("/me", path, "outcome", "DESTROYED", "exported", "YES", "passedOn", "NO", "note", "burnt");
        assertThat(said.statusCode()).isEqualTo(303);
    }

    private Officer officer() {
        return owner.bean(Officers.class).working().getFirst();
    }

    @Test
    void anAttestationOfSomeoneWhoWasNotAskedWaitsAsideAndChangesNothing() {
        var id = sends(reference());
        byApi(owner, Role.SUPERVISOR, id, "SAFETY");
        var request = owner.database()
                .sql("select msg_id from outbox where message_type = 'RECALL' order by id desc fetch first 1 rows only")
                .query((row, _) -> new MessageId(row.getObject(1, UUID.class)))
                .single();
        var now = owner.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var forged =
                new RecallAttestation(request, "DESTROYED", now, "desk", 0, null, null, now, null, null, null, null);
        var message = owner.following(
                MX,
                MessageType.CASE_ALERT,
                forged,
                About.control(MessageType.RECALL_ATTESTATION, null, request, "desk"));

        assertThatThrownBy(() -> owner.transaction().executeWithoutResult(_ -> owner.handOver(message)))
                .isInstanceOf(UnknownMessage.class);
        assertThat(waits(owner, id)).isTrue();
        meet();
    }
}
