package org.enlace.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.desk.DeskUnderTest.CO;
import static org.enlace.desk.DeskUnderTest.MX;
import static org.enlace.desk.DeskUnderTest.PA;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.enlace.attachment.Attachment;
import org.enlace.attachment.Attachments;
import org.enlace.console.Browser;
import org.enlace.message.MessageId;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.Officers;
import org.enlace.node.access.Role;
import org.enlace.node.attachment.AttachmentProgress;
import org.enlace.node.attachment.AttachmentState;
import org.enlace.node.attachment.MessageFiles;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.ReturnAssessments;
import org.enlace.node.exchange.CatchingUpNode;
import org.enlace.node.exchange.ChunkInlet;
import org.enlace.node.exchange.ChunkOutlet;
import org.enlace.person.RiskLevel;
import org.enlace.person.Sensitive;
import org.junit.jupiter.api.Test;

/// What a recall does to what was written and answered, and what a node shows that was cut off.
abstract class RecallAftermath extends RecallPlay {
    RecallAftermath(RecallNodes nodes) {
        super(nodes);
    }

    @Test
    void whatOfficersWroteAboutItIsSealedAndDestroyedWithItAndThatTheyDidStays() {
        var reference = reference();
        var id = sends(reference);
        var duty = holder.browser().signIn(Role.DUTY);
        act(duty, id, "note", "note", "Nota del turno: dos adolescentes", "tell", "no");
        assesses(id);
        assertThat(duty.get("/cases/" + reference).body()).contains("Nota del turno");
        assertThat(holder.allRows()).doesNotContain("Nota del turno").doesNotContain("palabras del riesgo");

        byApi(owner, Role.SUPERVISOR, id, "SENT_IN_ERROR");
        meet();

        assertThat(duty.get("/cases/" + reference).body())
                .doesNotContain("Nota del turno")
                .contains("What it says was sealed with the message");
        assertThat(holder.api(Role.DUTY).get("/api/v1/cases/" + reference).body())
                .doesNotContain("Nota del turno")
                .contains("\"kind\":\"NOTE\"");
        var message = holder.bean(CaseFiles.class).find(id).orElseThrow();
        assertThat(holder.bean(ReturnAssessments.class).of(message)).isEmpty();
        assertThat(words(id)).isEqualTo(1);

        assertThat(attest(duty, id, "DESTROYED", "", "NO", "NO", "")).isEqualTo(303);
        meet();

        assertThat(words(id)).isZero();
        assertThat(rows("return_assessment", id)).isZero();
        assertThat(keys(id)).isZero();
        assertThat(duty.get("/cases/" + reference).body()).contains("What it says was sealed with the message");
    }

    @Test
    void theFilesOfAMessageOpenForItsReadersOnceTwoLetThemThroughAndGoWithIt() throws IOException {
        var clear = "a photograph".getBytes(UTF_8);
        var reference = reference();
        var id = post.sendsWith(reference, message -> files(message, clear), CO);
        meet();
        var duty = holder.browser().signIn(Role.DUTY);
        var supervisor = holder.browser().signIn(Role.SUPERVISOR);
        var page = "/messages/" + id + "/files";
        assertThat(duty.get("/cases/" + reference).body()).contains("0 of 1 parts are here", page);
        assertThat(duty.get(page + "/1").statusCode()).isEqualTo(409);
        assertThat(acts(duty, page + "/1/again")).isEqualTo(303);

        assertThat(acts(duty, page + "/want")).isEqualTo(303);
        meet();
        var sender = owner.browser().signIn(Role.DUTY);
        assertThat(sender.get("/cases/" + reference).body())
                .contains("Attachments are missing there")
                .doesNotContain("All attachments have arrived there");

        travels(id);

        assertThat(states(holder, id)).containsOnly(AttachmentState.UNSCANNED);
        meet();
        assertThat(sender.get("/cases/" + reference).body()).contains("All attachments have arrived there");
        assertThat(acts(duty, page + "/want")).isEqualTo(409);
        assertThat(duty.get(page).body()).contains("<bdi>face.txt</bdi>", "two persons let it through");
        assertThat(duty.get(page + "/1").statusCode()).isEqualTo(409);
        assertThat(holder.browser().signIn(Role.CASE_WORKER).get(page).statusCode())
                .isEqualTo(404);
        assertThat(acts(supervisor, page + "/1/let-through"))
                .as("nobody has asked")
                .isEqualTo(409);
        assertThat(acts(duty, page + "/1/ask")).isEqualTo(303);
        assertThat(acts(duty, page + "/1/ask")).isEqualTo(409);
        assertThat(acts(duty, page + "/1/let-through")).isEqualTo(403);
        assertThat(acts(supervisor, page + "/1/let-through")).isEqualTo(303);
        assertThat(acts(supervisor, page + "/2/ask")).isEqualTo(303);
        assertThat(acts(supervisor, page + "/2/let-through")).as("alone").isEqualTo(409);
        assertThat(states(holder, id)).containsExactly(AttachmentState.WHOLE, AttachmentState.UNSCANNED);
        assertThat(duty.get(page + "/1").body()).isEqualTo("a photograph");
        assertThat(acts(duty, page + "/1/again")).isEqualTo(409);
        assertThat(acts(sender, page + "/1/again")).isEqualTo(303);
        assertThat(states(owner, id)).containsExactly(AttachmentState.LEAVING, AttachmentState.SENT);

        byApi(owner, Role.SUPERVISOR, id, "SENT_IN_ERROR");
        meet();

        assertThat(duty.get(page).statusCode()).isEqualTo(303);
        assertThat(duty.get(page + "/1").statusCode()).isEqualTo(303);
        assertThat(holder.api(Role.DUTY).get("/api/v1" + page + "/1").statusCode())
                .isEqualTo(410);
        assertThat(duty.get("/cases/" + reference + "?message=" + id).body()).doesNotContain(page);
        assertThat(attest(duty, id, "DESTROYED", "", "NO", "NO", ""))
                .as("a file was opened, and so left the node")
                .isEqualTo(422);
        assertThat(attest(duty, id, "DESTROYED", "", "YES", "NO", "Deleted where it was opened"))
                .isEqualTo(303);
        assertThat(states(holder, id)).isEmpty();
        assertThat(holder.bean(MessageFiles.class).open(id, 1)).isEmpty();
        assertThat(rows("attachment", id) + rows("file_asked", id)).isZero();
        assertThat(holder.database()
                        .sql("select action from audit_entry where object_id = ? and action like '%FILE%' order by seq")
                        .param(id.toString())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "LOOK_FILE_AGAIN",
                        "FILES_WANTED",
                        "FILES_HERE",
                        "ASK_FILE",
                        "LET_FILE_THROUGH",
                        "ASK_FILE",
                        "LET_FILE_THROUGH",
                        "OPEN_FILE");
        assertThat(owner.bean(MessageFiles.class).open(id, 1)).isPresent();
    }

    private static int acts(Browser browser, String path) {
        return browser.submit("/me", path).statusCode();
    }

    private static List<AttachmentState> states(DeskUnderTest.Running node, MessageId id) {
        return node.bean(MessageFiles.class).progress(id).stream()
                .map(AttachmentProgress::state)
                .toList();
    }

    private Attachments files(MessageId message, byte[] clear) {
        var files = new ArrayList<Attachment>();
        for (var number : new int[] {1, 2}) {
            try {
                files.add(owner.bean(MessageFiles.class)
                        .seal(
                                message,
                                number,
                                Sensitive.of("face.txt"),
                                "text/plain",
                                clear.length,
                                new ByteArrayInputStream(clear)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Attachments(files);
    }

    /// The chunks of the files that were sealed last, as the broker would bring them.
    private void travels(MessageId id) {
        var out = owner.bean(ChunkOutlet.class);
        var in = holder.bean(ChunkInlet.class);
        var records = new TreeMap<Long, byte[]>();
        while (states(owner, id).contains(AttachmentState.LEAVING)) {
            var chunks = out.due(10);
            chunks.forEach(chunk -> records.put(records.size() + 1L, chunk.record()));
            out.published(chunks);
        }
        in.take(PA, "files", records);
        while (in.settle()) {
            // One file at a time.
        }
    }

    @Test
    void aQuestionWhoseFinalAnswerWasTakenBackIsOpenAgainAndTheNextAnswerEndsIt() {
        var request = post.asks(reference(), MX);
        var first = post.answers(MX, request, "FULL");
        assertThat(waits(owner, request)).isFalse();

        recalledBy(MX, owner.given(first), "SENT_IN_ERROR");

        assertThat(waits(owner, request)).isTrue();
        assertThat(state(owner, request)).isEqualTo("ACKNOWLEDGED");
        assertThat(owner.browser()
                        .signIn(Role.DUTY)
                        .get("/cases/" + caseOf(request) + "?message=" + request)
                        .body())
                .contains("Answer, recalled since");

        post.answers(MX, request, "NEGATIVE");
        assertThat(waits(owner, request)).isFalse();
        assertThat(state(owner, request)).isEqualTo("CLOSED");
    }

    @Test
    void ofTwoFinalAnswersTheSecondCountsOnceTheFirstWasTakenBack() {
        var request = post.asks(reference(), MX);
        var first = post.answers(MX, request, "FULL");
        post.answers(MX, request, "NEGATIVE");

        recalledBy(MX, owner.given(first), "SENT_IN_ERROR");

        assertThat(waits(owner, request)).isFalse();
        assertThat(owner.api(Role.DUTY).get("/api/v1/messages/" + request).body())
                .contains("\"answers\":[\"NEGATIVE\"]");
    }

    @Test
    void whoTakesItsOwnAnswerBackOwesOneAgain() {
        var asked = new Correspondence(holder).asks("CO-2026-000405", PA);
        meet();
        var answer = post.replies(CO, asked, "FULL");
        meet();
        assertThat(waits(owner, asked)).isFalse();
        assertThat(waits(holder, asked)).isFalse();

        assertThat(byApi(owner, Role.SUPERVISOR, answer, "SENT_IN_ERROR")).isEqualTo(200);
        meet();

        assertThat(waits(owner, asked)).isTrue();
        assertThat(waits(holder, asked)).isTrue();
        assertThat(state(owner, asked)).isEqualTo(state(holder, asked)).isEqualTo("ACKNOWLEDGED");
        post.replies(CO, asked, "NEGATIVE");
        meet();
        assertThat(waits(owner, asked)).isFalse();
        assertThat(waits(holder, asked)).isFalse();
    }

    @Test
    void aNodeThatHasContactAgainOpensNothingOfAPartnerBeforeItHasTakenInWhatThatSent() {
        var reference = reference();
        var id = sends(reference);
        var duty = holder.browser().signIn(Role.DUTY);
        var program = holder.api(Role.DUTY);
        var before = CatchingUpNode.reads(holder, PA, 5);
        try {
            for (var path : List.of("/cases/" + reference, "/cases/" + reference + "/persons")) {
                var shown = duty.get(path);
                assertThat(shown.statusCode()).as(path).isEqualTo(503);
                assertThat(shown.body()).contains("One moment").doesNotContain(Samples.WORDS);
            }
            assertThat(duty.get("/desk?item=" + item(holder, id)).body())
                    .contains("One moment")
                    .doesNotContain(Samples.WORDS);
            var refused = program.get("/api/v1/messages/" + id + "?persons=true");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("catching-up").doesNotContain(Samples.WORDS);
            // What we sent is ours to read.
            assertThat(owner.browser()
                            .signIn(Role.DUTY)
                            .get("/cases/" + reference)
                            .body())
                    .contains(Samples.WORDS);

            before.reaches(4);
            assertThat(duty.get("/cases/" + reference).statusCode()).isEqualTo(503);
            before.storesOneThatNobodyOpens();
            before.reaches(5);
            assertThat(duty.get("/cases/" + reference).statusCode()).isEqualTo(503);
            before.opensIt();
            assertThat(duty.get("/cases/" + reference).body()).contains(Samples.WORDS);

            before.again();
            assertThat(duty.get("/cases/" + reference).statusCode()).isEqualTo(503);
            before.losesContact();
            assertThat(duty.get("/cases/" + reference).body()).contains(Samples.WORDS);

            before.again();
            for (var node : List.of(holder, owner)) {
                node.clock().forward(Duration.ofMinutes(3));
            }
            assertThat(duty.get("/cases/" + reference).body()).contains(Samples.WORDS);
        } finally {
            before.losesContact();
        }
    }

    private void assesses(MessageId id) {
        var duty = holder.database()
                .sql("select id from officer where username = 'duty'")
                .query(String.class)
                .single();
        var officer = holder.bean(Officers.class).find(new OfficerId(duty)).orElseThrow();
        var message = holder.bean(CaseFiles.class).find(id).orElseThrow();
        holder.bean(ReturnAssessments.class).record(message, RiskLevel.HIGH, "palabras del riesgo", officer);
        assertThat(holder.bean(ReturnAssessments.class).of(message)).isPresent();
    }

    private long words(MessageId id) {
        return holder.database()
                .sql("select count(*) from case_event where message_id = ? and kind = 'NOTE' and sealed is not null")
                .param(id.value())
                .query(Long.class)
                .single();
    }

    private long rows(String table, MessageId id) {
        return holder.database()
                .sql("select count(*) from " + table + " where message_id = ?")
                .param(id.value())
                .query(Long.class)
                .single();
    }
}
