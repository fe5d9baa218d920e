package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.Test;

/// Panama takes back what it sent to Colombia: two nodes of one network, each with its own database and officers.
abstract class OwnRecalls extends RecallPlay {
    OwnRecalls(RecallNodes nodes) {
        super(nodes);
    }

    @Test
    void aRecalledMessageIsSealedBeforeAnybodyActsAndGoneOnceAnOfficerAttests() {
        var reference = reference();
        var id = sends(reference);
        var reader = holder.browser().signIn(Role.INVESTIGATOR);
        var program = holder.api(Role.DUTY);
        var duty = holder.browser().signIn(Role.DUTY);
        assertThat(reader.get("/cases/" + reference + "/persons").body()).contains(Samples.PHONE);
        assertThat(duty.get("/desk?item=" + item(holder, id)).body()).contains(Samples.WORDS);
        var investigator = owner.browser().signIn(Role.INVESTIGATOR);
        assertThat(investigator.get("/cases/" + reference).body()).contains("/messages/" + id + "/recall");

        assertThat(recall(investigator, id, "SAFETY")).isEqualTo(303);
        meet();

        for (var role : List.of(Role.INVESTIGATOR, Role.DUTY, Role.SUPERVISOR)) {
            var looking = holder.browser().signIn(role);
            for (var path : List.of(
                    "/cases/" + reference,
                    "/cases/" + reference + "?message=" + id,
                    "/cases/" + reference + "/persons?message=" + id,
                    "/cases",
                    "/alerts",
                    "/desk",
                    "/desk/list",
                    "/desk?item=" + item(holder, id),
                    "/desk/items/" + item(holder, id),
                    "/cases/" + reference + "/progress?message=" + id)) {
                var shown = looking.get(path).body();
                assertThat(shown)
                        .as(role + " " + path)
                        .doesNotContain(Samples.WORDS)
                        .doesNotContain("Dos adolescentes")
                        .doesNotContain(Samples.PHONE)
                        .doesNotContain(Samples.FAMILY)
                        .doesNotContain("Suspected movement");
            }
        }
        assertThat(program.get("/api/v1/messages/" + id + "?persons=true").statusCode())
                .isEqualTo(410);
        assertThat(program.get("/api/v1/messages/" + id + "/condition").statusCode())
                .isEqualTo(404);
        assertThat(program.get("/api/v1/cases/" + reference).body())
                .contains("\"recalled\":{\"reason\":\"SAFETY\"")
                .doesNotContain(Samples.WORDS);
        assertThat(reader.get("/cases/" + reference).body())
                .contains("Recalled: Case alert", "Panama recalled this message", "Safety of a person", "Sealed here");
        assertThat(holder.database()
                        .sql("select codes from case_message where id = ?")
                        .param(id.value())
                        .query(String.class)
                        .single())
                .isEqualTo("{}");

        // Before any officer there has acted, the owner has it from the node.
        assertThat(investigator.get("/cases/" + reference).body())
                .contains("Sealed ", "Opened by 2 persons", "Attestation due ")
                .containsPattern("What was done with it at [^<]*\\(machine\\)")
                .doesNotContain("What was done with it by");
        assertThat(duty.get("/desk").body()).contains("Recalled: Case alert", "to attest");

        assertThat(attest(duty, id, "DESTROYED", "", "", "", "")).isEqualTo(422);
        assertThat(attest(duty, id, "DESTROYED", "", "YES", "NO", "")).isEqualTo(422);
        assertThat(attest(duty, id, "KEPT", "", "NO", "NO", "")).isEqualTo(422);
        assertThat(keys(id)).isEqualTo(1);
        assertThat(attest(duty, id, "DESTROYED", "", "YES", "NO", "Nota canaria: un papel, destruido"))
                .isEqualTo(303);
        meet();

        assertThat(keys(id)).isZero();
        assertThat(holder.database()
                        .sql("select count(*) from case_part where message_id = ?")
                        .param(id.value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(duty.get("/cases/" + reference + "?message=" + id).body())
                .contains("Recalled: Case alert")
                .doesNotContain("/attestation");
        assertThat(investigator.get("/cases/" + reference).body())
                .contains("Copies exported: Yes", "Content passed on: No", "Destroyed. Attested by officer-")
                .contains("What was done with it by officer-", "No answer is due")
                .doesNotContain("The clock starts when")
                .contains("Nota canaria: un papel, destruido");
        assertThat(owner.allRows()).doesNotContain("Nota canaria");
        assertThat(waits(owner, id)).isFalse();
        assertThat(waits(holder, id)).isFalse();
        assertThat(state(owner, id)).isEqualTo(state(holder, id)).isEqualTo("WITHDRAWN");
        assertThat(attest(duty, id, "DESTROYED", "", "NO", "NO", "")).isEqualTo(303);
        assertThat(deeds(holder, id)).contains("SEAL", "ATTEST_DESTROYED", "SHOW_POLICE");
        assertThat(deeds(owner, id)).contains("RECALL");
    }

    @Test
    void onlyWhoSignedItOffOrASupervisorTakesItBackAndOnce() {
        var id = sends(reference());

        assertThat(recall(owner.browser().signIn(Role.DUTY), id, "SENT_IN_ERROR"))
                .isEqualTo(422);
        assertThat(recall(owner.browser().signIn(Role.ANALYST), id, "SENT_IN_ERROR"))
                .isEqualTo(404);
        assertThat(recall(owner.browser().signIn(Role.AUDITOR), id, "SENT_IN_ERROR"))
                .isEqualTo(403);
        assertThat(recall(holder.browser().signIn(Role.SUPERVISOR), id, "SENT_IN_ERROR"))
                .isEqualTo(404);
        assertThat(byApi(owner, Role.SUPERVISOR, id, "JUST_SO")).isEqualTo(422);
        meet();
        assertThat(state(holder, id)).isEqualTo("RECEIVED");

        assertThat(byApi(owner, Role.SUPERVISOR, id, "SENT_IN_ERROR")).isEqualTo(200);
        assertThat(byApi(owner, Role.SUPERVISOR, id, "SAFETY")).isEqualTo(409);
        assertThat(recall(owner.browser().signIn(Role.SUPERVISOR), id, "SAFETY"))
                .isEqualTo(303);
        meet();

        assertThat(state(holder, id)).isEqualTo("ENTERED_IN_ERROR");
        assertThat(owner.api(Role.INVESTIGATOR)
                        .get("/api/v1/messages/" + id + "/recall")
                        .body())
                .contains("\"reason\":\"SENT_IN_ERROR\"", "\"outcome\":\"SEALED\"", "\"readers\":0");
        assertThat(owner.database()
                        .sql("select count(*) from outbox where message_type = 'RECALL'")
                        .query(Long.class)
                        .single())
                .isEqualTo(recalls());
    }

    @Test
    void aRecalledMessageLeavesNoWayToActOnIt() {
        var reference = reference();
        var id = sends(reference);
        byApi(owner, Role.SUPERVISOR, id, "WRONG_RECIPIENT");
        meet();
        var duty = holder.browser().signIn(Role.DUTY);

        for (var step : List.of("acknowledge", "forward", "note", "accept", "decline")) {
            var sender = step.equals("decline") ? holder.browser().signIn(Role.SUPERVISOR) : duty;
            assertThat(sender.submit(
                                    "/me",
                                    "/desk/items/" + item(holder, id) + "/" + step,
                                    "unit",
                                    "Another desk",
                                    "outside",
                                    "no",
                                    "note",
                                    "a note",
                                    "ground",
                                    "NOT_COMPETENT",
                                    "alternative",
                                    "them",
                                    "start",
                                    "2026-11-23")
                            .statusCode())
                    .as(step)
                    .isEqualTo(409);
        }
        assertThat(state(holder, id)).isEqualTo("ENTERED_IN_ERROR");
    }

    @Test
    void careThatHadBegunIsAskedToEndAndNotCutOffByAMachineUnlessSomebodyIsInDanger() {
        var reference = reference();
        var id = sends(reference);
        accepts(id);
        owner.clock().forward(Duration.ofMinutes(1));
        holder.clock().forward(Duration.ofMinutes(1));
        byApi(owner, Role.SUPERVISOR, id, "SENT_IN_ERROR");
        meet();

        var reader = holder.browser().signIn(Role.INVESTIGATOR);
        assertThat(reader.get("/cases/" + reference).body())
                .contains(Samples.WORDS, "Panama asks you to withdraw this message", "/attestation");
        assertThat(state(holder, id)).isEqualTo(state(owner, id)).isEqualTo("WITHDRAWAL_REQUESTED");
        assertThat(owner.browser()
                        .signIn(Role.SUPERVISOR)
                        .get("/cases/" + reference)
                        .body())
                .contains("care had begun");

        // No step of its life is left on either side; it is attested.
        assertThat(reader.get("/cases/" + reference).body()).doesNotContain(item(holder, id) + "/start");
        for (var step : List.of("start", "complete", "confirm-withdrawal", "hold")) {
            assertThat(reader.submit("/me", "/desk/items/" + item(holder, id) + "/" + step, "note", "a note")
                            .statusCode())
                    .as(step)
                    .isEqualTo(409);
        }
        assertThat(owner.browser()
                        .signIn(Role.SUPERVISOR)
                        .submit("/me", "/desk/items/" + item(owner, id) + "/withdraw", "note", "")
                        .statusCode())
                .isEqualTo(409);

        // How it goes on has to be said.
        assertThat(attest(reader, id, "DESTROYED", "", "NO", "NO", "")).isEqualTo(422);
        assertThat(attest(reader, id, "DESTROYED", "", "NO", "NO", "La atención sigue con la unidad local"))
                .isEqualTo(303);
        meet();
        assertThat(reader.get("/cases/" + reference).body()).doesNotContain(Samples.WORDS);
        assertThat(state(holder, id)).isEqualTo(state(owner, id)).isEqualTo("ENTERED_IN_ERROR");

        var urgent = reference();
        var danger = sends(urgent);
        accepts(danger);
        byApi(owner, Role.SUPERVISOR, danger, "SAFETY");
        meet();
        assertThat(reader.get("/cases/" + urgent).body()).doesNotContain(Samples.WORDS);
    }

    @Test
    void aRecallThatWasSentBeforeTheAcceptanceBeatsItAlthoughItComesLater() {
        var reference = reference();
        var id = sends(reference);
        byApi(owner, Role.SUPERVISOR, id, "SENT_IN_ERROR");
        holder.clock().forward(Duration.ofMinutes(2));
        owner.clock().forward(Duration.ofMinutes(2));
        accepts(id);
        meet();

        assertThat(state(holder, id)).isEqualTo(state(owner, id)).isEqualTo("ENTERED_IN_ERROR");
        assertThat(holder.browser()
                        .signIn(Role.INVESTIGATOR)
                        .get("/cases/" + reference)
                        .body())
                .doesNotContain(Samples.WORDS);
    }

    @Test
    void whatAnAttestationSaysIsNotBelievedAgainstWhatTheNodeKnows() {
        var id = sends(reference());
        var duty = holder.browser().signIn(Role.DUTY);
        act(duty, id, "acknowledge");
        act(duty, id, "forward", "unit", "Our other desk", "outside", "no");
        byApi(owner, Role.SUPERVISOR, id, "WRONG_RECIPIENT");
        meet();

        assertThat(attest(duty, id, "DESTROYED", "", "NO", "NO", "nothing")).isEqualTo(422);
        assertThat(attest(duty, id, "KEPT", "Juzgado 4, 114/2026", "NO", "YES", "Our other desk holds nothing"))
                .isEqualTo(303);
        meet();

        assertThat(owner.browser()
                        .signIn(Role.INVESTIGATOR)
                        .get("/cases/" + caseOf(id))
                        .body())
                .contains("Kept under a court order", "Court order: Juzgado 4, 114/2026");
        assertThat(keys(id)).isEqualTo(1);
        assertThat(holder.api(Role.DUTY).get("/api/v1/messages/" + id).statusCode())
                .isEqualTo(410);
    }

    @Test
    void silenceBecomesAnOverdueFact() {
        var reference = reference();
        var id = sends(reference);
        byApi(owner, Role.SUPERVISOR, id, "SAFETY");
        nodes.toHolder.set(last(owner));
        var before = owner.clock().instant();
        owner.clock().forward(Duration.ofHours(3));

        var supervisor = owner.browser().signIn(Role.SUPERVISOR);
        assertThat(supervisor.get("/cases/" + reference).body()).contains("Attestation overdue since");
        assertThat(supervisor.get("/desk").body()).contains(reference);
        assertThat(owner.api(Role.SUPERVISOR)
                        .get("/api/v1/messages/" + id + "/recall")
                        .body())
                .contains("\"overdue\":true", "\"readers\":null");
        holder.clock().forward(Duration.between(before, owner.clock().instant()));
    }
}
