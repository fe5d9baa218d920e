package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.desk.DeskUnderTest.CO;
import static org.enlace.desk.DeskUnderTest.MX;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.enlace.console.Browser;
import org.enlace.console.Team;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Tlp;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.ConsentWithdrawal;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.node.access.Role;
import org.enlace.person.ConsentAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A person no longer agrees: what they took back ends wherever it was told.
abstract class ConsentTakenBack extends RecallPlay {
    ConsentTakenBack(RecallNodes nodes) {
        super(nodes);
    }

    @Test
    void aPurposeThatWasTakenBackIsClosedBeforeAnybodyActsAndAttested() {
        var reference = reference();
        var id = tells(reference);
        var worker = owner.browser().signIn(Role.CASE_WORKER);
        var theirs = holder.browser().signIn(Role.CASE_WORKER);
        var duty = holder.browser().signIn(Role.DUTY);
        act(duty, id, "acknowledge");
        assertThat(holder.browser()
                        .signIn(Role.CONSULAR)
                        .get("/cases/" + reference)
                        .statusCode())
                .isEqualTo(200);
        assertThat(worker.get("/cases/" + reference).body()).contains("/messages/" + id + "/consent-withdrawal");

        assertThat(withdraw(worker, id, "SHARE_AUTHORITY", "SHARE_CONSULATE")).isEqualTo(303);
        meet();

        assertThat(holder.browser()
                        .signIn(Role.CONSULAR)
                        .get("/cases/" + reference)
                        .statusCode())
                .isEqualTo(404);
        // Whoever reads the desk in that role too sees it there no more either.
        assertThat(holder.database()
                        .sql("select closed_to from desk_item where message_id = ?")
                        .param(id.value())
                        .query(String.class)
                        .single())
                .isEqualTo(",CONSULAR,");
        assertThat(theirs.get("/cases/" + reference).body())
                .contains("The person no longer agrees: Sharing with authorities, Sharing with the consulate")
                .contains("May 12, 2026", "/attestation");
        assertThat(theirs.get("/cases/" + reference + "/persons").body()).contains(Samples.NOTE);
        assertThat(forwards(duty, id)).isEqualTo(422);
        assertThat(state(holder, id)).isEqualTo("ACKNOWLEDGED");
        assertThat(worker.get("/cases/" + reference).body())
                .contains("Closed for what was withdrawn", "Attestation due ");

        assertThat(attest(theirs, id, "DESTROYED", "", "NO", "NO", "")).isEqualTo(422);
        assertThat(attest(theirs, id, "STOPPED", "", "NO", "NO", "")).isEqualTo(303);
        meet();

        assertThat(worker.get("/cases/" + reference).body())
                .contains("Stopped: not used for this any more. Attested by officer-");
        assertThat(theirs.get("/cases/" + reference).body()).doesNotContain("/attestation");
        assertThat(attest(theirs, id, "STOPPED", "", "NO", "NO", "")).isEqualTo(303);
        assertThat(deeds(holder, id)).contains("CONSENT_NARROWED", "ATTEST_STOPPED");
        assertThat(deeds(owner, id)).contains("WITHDRAW_CONSENT");
        // What was said once is not said again.
        assertThat(withdraw(worker, id, "SHARE_AUTHORITY")).isEqualTo(303);
        assertThat(owner.told(CO, ConsentWithdrawal.class).stream()
                        .filter(told -> told.of().equals(id)))
                .hasSize(1);
    }

    @Test
    void withoutHelpAllEndsWhateverWasDoneAndWhatACourtKeepsIsSaid() {
        var reference = reference();
        var id = tells(reference);
        var second = tells(reference);
        takesOn(id);
        meet();

        assertThat(withdraw(owner.browser().signIn(Role.CASE_WORKER), id, "ASSISTANCE"))
                .isEqualTo(303);
        meet();

        // Everyone who was told about the person in the case, in one step.
        for (var message : List.of(id, second)) {
            assertThat(state(holder, message)).isEqualTo(state(owner, message)).isEqualTo("CONSENT_WITHDRAWN");
            assertThat(holder.api(Role.CASE_WORKER)
                            .get("/api/v1/messages/" + message)
                            .statusCode())
                    .isEqualTo(410);
        }
        var theirs = holder.browser().signIn(Role.CASE_WORKER);
        assertThat(theirs.get("/cases/" + reference + "?message=" + id).body())
                .contains("The person no longer agrees: Assistance")
                .doesNotContain(Samples.NOTE, Samples.FAMILY);
        assertThat(attest(theirs, id, "KEPT", "", "NO", "NO", "")).isEqualTo(422);
        assertThat(attest(theirs, id, "KEPT", "114/2026", "NO", "NO", "")).isEqualTo(303);
        assertThat(attest(theirs, second, "DESTROYED", "", "NO", "NO", "")).isEqualTo(303);
        meet();

        var kept = theirs.get("/cases/" + reference + "?message=" + id).body();
        var band = kept.substring(kept.indexOf("cp-hband"), kept.indexOf("<section"));
        assertThat(band).contains("Said on May 12, 2026", "Kept under a court order", "Court order: 114/2026");
        assertThat(owner.browser()
                        .signIn(Role.CASE_WORKER)
                        .get("/cases/" + reference + "?message=" + id)
                        .body())
                .contains("Kept under a court order", "Court order: 114/2026");
        assertThat(keys(id)).isEqualTo(1);
        assertThat(keys(second)).isZero();
        assertThat(waits(owner, id)).isFalse();
        assertThat(waits(owner, second)).isFalse();
    }

    @Test
    void whereALifeIsAtStakeItStaysOpenAndThatIsRecorded() {
        var reference = reference();
        var id = tells(reference);
        withdraw(owner.browser().signIn(Role.CASE_WORKER), id, "ASSISTANCE");
        meet();
        var theirs = holder.browser().signIn(Role.CASE_WORKER);

        assertThat(attest(theirs, id, "KEPT_FOR_LIFE", "", "NO", "NO", "")).isEqualTo(422);
        assertThat(attest(theirs, id, "KEPT_FOR_LIFE", "", "NO", "NO", "En riesgo de muerte esta noche"))
                .isEqualTo(303);
        meet();

        assertThat(theirs.get("/cases/" + reference + "/persons?message=" + id).body())
                .contains(Samples.NOTE, "Kept: a life is at stake", "The person no longer agrees");
        assertThat(owner.browser()
                        .signIn(Role.CASE_WORKER)
                        .get("/cases/" + reference + "?message=" + id)
                        .body())
                .contains("Kept: a life is at stake");
        assertThat(state(holder, id)).isEqualTo("CONSENT_WITHDRAWN");
    }

    @Test
    void onlyWhoSpeaksWithThePersonRecordsItAndSaysWhatWhenAndHow() {
        var id = tells(reference());
        var worker = owner.browser().signIn(Role.CASE_WORKER);

        assertThat(withdraw(owner.browser().signIn(Role.INVESTIGATOR), id, "POLICE_USE"))
                .isEqualTo(403);
        for (var node : List.of(owner, holder)) {
            assertThat(withdraw(node.browser().signIn(Role.DUTY), id, "POLICE_USE"))
                    .isEqualTo(422);
            assertThat(withdraw(node.browser().signIn(Role.SUPERVISOR), id, "POLICE_USE"))
                    .isBetween(403, 422);
        }
        assertThat(withdraw(worker, id)).isEqualTo(422);
        assertThat(withdraw(worker, id, "EVERYTHING")).isEqualTo(422);
        var tomorrow =
                LocalDate.ofInstant(owner.clock().instant(), ZoneOffset.UTC).plusDays(3);
        for (var wrong : List.of(
                List.of(tomorrow.toString(), "kek", "YES"),
                List.of("", "kek", "YES"),
                List.of("2026-05-12", "", "YES"),
                List.of("2026-05-12", "kek", ""))) {
            assertThat(worker.submit(
                                    "/me",
                                    "/messages/" + id + "/consent-withdrawal",
                                    "purposes",
                                    "POLICE_USE",
                                    "on",
                                    wrong.get(0),
                                    "language",
                                    wrong.get(1),
                                    "interpreter",
                                    wrong.get(2))
                            .statusCode())
                    .as(wrong.toString())
                    .isEqualTo(422);
        }
        assertThat(owner.told(CO, ConsentWithdrawal.class).stream()
                        .filter(told -> told.of().equals(id)))
                .isEmpty();

        var body = "{\"purposes\":[\"POLICE_USE\"],\"on\":\"2026-05-12\",\"language\":\"kek\",\"interpreter\":true}";
        var answer = owner.api(Role.CONSULAR)
                .send("POST", "/api/v1/messages/" + id + "/consent-withdrawal", "application/json", body);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"purposes\":[\"POLICE_USE\"]", "\"attested\":false");
    }

    /// A person need not go back to the country that they left: whoever has them now hears it.
    @Test
    void whatThePersonSaysWhereTheyAreNowIsToldToWhoWroteAndToAllWhoHaveIt() {
        var reference = reference();
        var id = post.tells(Samples.request(Samples.consent(ConsentAnswer.YES)), about(reference), CO, MX);
        meet();
        var theirs = holder.browser().signIn(Role.CASE_WORKER);
        var purposes = List.of("POLICE_USE", "COURT_USE", "SHARE_CONSULATE", "SHARE_NGO", "STATISTICS")
                .toArray(String[]::new);

        assertThat(theirs.get("/cases/" + reference).body()).contains("/messages/" + id + "/consent-withdrawal");
        assertThat(withdraw(theirs, id, purposes)).isEqualTo(303);

        // Here it holds before anybody else has heard of it.
        assertThat(holder.browser()
                        .signIn(Role.CONSULAR)
                        .get("/cases/" + reference)
                        .statusCode())
                .isEqualTo(404);
        assertThat(theirs.get("/cases/" + reference).body())
                .contains("recorded that the person no longer agrees: ", "Told ")
                .doesNotContain("/attestation");

        meet();

        assertThat(owner.browser()
                        .signIn(Role.CASE_WORKER)
                        .get("/cases/" + reference)
                        .body())
                .contains(" in Colombia recorded that the person no longer agrees: ", "Attestation due ");
        assertThat(owner.browser()
                        .signIn(Role.CONSULAR)
                        .get("/cases/" + reference)
                        .statusCode())
                .isEqualTo(404);
        assertThat(owner.told(MX, ConsentWithdrawal.class).stream()
                        .filter(told -> told.of().equals(id)))
                .singleElement()
                .satisfies(told -> assertThat(told.purposes()).containsExactlyInAnyOrder(purposes));
        assertThat(attest(theirs, id, "STOPPED", "", "NO", "NO", "")).isEqualTo(303);
        meet();
        assertThat(owner.api(Role.CASE_WORKER)
                        .get("/api/v1/messages/" + id + "/consent-withdrawal")
                        .body())
                .contains("\"toldBy\":\"CO\"", "\"outcome\":\"STOPPED\"");
        // Nothing goes round in circles.
        var sent = List.of(last(owner), last(holder));
        meet();
        assertThat(List.of(last(owner), last(holder))).isEqualTo(sent);
    }

    @Test
    void whereverThePersonSaysThatNoHelpIsWantedItEndsOnBothSides() {
        var reference = reference();
        var id = tells(reference);
        takesOn(id);

        assertThat(withdraw(holder.browser().signIn(Role.CASE_WORKER), id, "ASSISTANCE"))
                .isEqualTo(303);

        assertThat(holder.api(Role.CASE_WORKER).get("/api/v1/messages/" + id).statusCode())
                .isEqualTo(410);
        meet();
        assertThat(state(holder, id)).isEqualTo(state(owner, id)).isEqualTo("CONSENT_WITHDRAWN");
        assertThat(attest(holder.browser().signIn(Role.CASE_WORKER), id, "DESTROYED", "", "NO", "NO", ""))
                .isEqualTo(303);
        meet();
        assertThat(keys(id)).isZero();
        assertThat(waits(owner, id)).isFalse();
    }

    @Test
    void aMemberThatHasTheMessageNotCannotTakeAnythingBack() {
        var id = tells(reference());
        var message = owner.following(
                MX,
                MessageType.VICTIM_ASSISTANCE_REQUEST,
                new ConsentWithdrawal(id, List.of("ASSISTANCE"), LocalDate.of(2026, 5, 12), "spa", false, "desk 9"),
                About.control(MessageType.CONSENT_WITHDRAWAL, null, id, "desk 9"));
        owner.transaction().executeWithoutResult(_ -> owner.handOver(message));

        assertThat(owner.api(Role.CASE_WORKER).get("/api/v1/messages/" + id).statusCode())
                .isEqualTo(200);
        assertThat(owner.told(CO, ConsentWithdrawal.class).stream()
                        .filter(told -> told.of().equals(id)))
                .isEmpty();
    }

    @Test
    void neitherARecallStandsInItsWayNorItInTheWayOfARecall() {
        var first = tells(reference());
        takesOn(first);
        meet();
        for (var node : List.of(owner, holder)) {
            node.clock().forward(Duration.ofMinutes(1));
        }
        recall(owner.browser().signIn(Role.SUPERVISOR), first, "SENT_IN_ERROR");
        meet();
        assertThat(state(holder, first)).isEqualTo("WITHDRAWAL_REQUESTED");
        var second = tells(reference());
        withdraw(owner.browser().signIn(Role.CASE_WORKER), second, "POLICE_USE");
        meet();
        attest(holder.browser().signIn(Role.CASE_WORKER), second, "STOPPED", "", "NO", "NO", "");
        meet();

        assertThat(withdraw(owner.browser().signIn(Role.CASE_WORKER), first, "POLICE_USE"))
                .isEqualTo(303);
        assertThat(recall(owner.browser().signIn(Role.SUPERVISOR), second, "SAFETY"))
                .isEqualTo(303);
        meet();

        for (var id : List.of(first, second)) {
            assertThat(holder.api(Role.CASE_WORKER)
                            .get("/api/v1/messages/" + id)
                            .statusCode())
                    .isEqualTo(410);
        }
        assertThat(state(holder, first)).isEqualTo(state(owner, first)).isEqualTo("CONSENT_WITHDRAWN");
    }

    @Test
    void silenceAboutAWithdrawalBecomesAnOverdueFact() {
        var reference = reference();
        var id = tells(reference);
        var worker = owner.browser().signIn(Role.CASE_WORKER);
        withdraw(worker, id, "POLICE_USE");
        meet();
        for (var node : List.of(holder, owner)) {
            node.clock().forward(Duration.ofHours(25));
        }

        assertThat(owner.browser()
                        .signIn(Role.CASE_WORKER)
                        .get("/cases/" + reference)
                        .body())
                .contains("Attestation overdue since");
        assertThat(waits(owner, id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ASSISTANCE", "A_PURPOSE_OF_2031"})
    void whatWasTakenBackBeforeItCameIsNeverKept(String purpose) {
        var given = MessageId.next(owner.clock().instant(), new SecureRandom());
        var reference = purpose.equals("ASSISTANCE") ? "MX-2026-000411" : "MX-2026-000412";
        var message = owner.following(
                MX,
                MessageType.VICTIM_ASSISTANCE_REQUEST,
                new ConsentWithdrawal(given, List.of(purpose), LocalDate.of(2026, 5, 12), "spa", false, "desk 9"),
                About.control(MessageType.CONSENT_WITHDRAWAL, null, given, "desk 9"));
        owner.transaction().executeWithoutResult(_ -> owner.handOver(message));
        var late = owner.verified(given, MX, Samples.request(), about(reference));
        owner.transaction().executeWithoutResult(_ -> owner.handOver(late));

        assertThat(owner.browser()
                        .signIn(Role.CASE_WORKER)
                        .get("/cases/" + reference)
                        .body())
                .doesNotContain(Samples.NOTE, Samples.WORDS);
        assertThat(owner.database()
                        .sql("select count(*) from case_part where message_id = ?")
                        .param(given.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private MessageId tells(String reference) {
        var id = post.tells(Samples.request(Samples.consent(ConsentAnswer.YES)), about(reference), CO);
        meet();
        return id;
    }

    private static About about(String reference) {
        return Samples.requestAbout(reference, Urgency.URGENT, Samples.handling(HandlingCode.H0, Tlp.GREEN));
    }

    private static int withdraw(Browser browser, MessageId id, String... purposes) {
        return browser.submit(
                        "/me",
                        "/messages/" + id + "/consent-withdrawal",
                        "purposes",
                        String.join(",", purposes),
                        "on",
                        "2026-05-12",
                        "language",
                        "kek",
                        "interpreter",
                        "YES")
                .statusCode();
    }

    private void takesOn(MessageId id) {
        act(holder.browser().signIn(Role.DUTY), id, "acknowledge");
        var worker = holder.database()
                .sql("select pseudonym from officer where username = ?")
                .param(Team.name(Role.CASE_WORKER))
                .query(String.class)
                .single();
        act(holder.browser().signIn(Role.CASE_WORKER), id, "accept", "worker", worker, "start", "2026-11-23");
    }

    private int forwards(Browser browser, MessageId id) {
        return browser.submit(
                        "/me",
                        "/desk/items/" + item(holder, id) + "/forward",
                        "unit",
                        "Another authority",
                        "outside",
                        "yes")
                .statusCode();
    }
}
