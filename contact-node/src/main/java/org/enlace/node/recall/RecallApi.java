package org.enlace.node.recall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseAddress;
import org.enlace.node.casefile.Side;
import org.enlace.node.recall.RecallOutcome.Before;
import org.enlace.node.recall.RecallOutcome.Done;
import org.enlace.node.recall.RecallOutcome.Point;
import org.enlace.node.recall.RecallOutcome.Refused;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Problem;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.enlace.node.web.Unseen;
import org.enlace.person.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Taking back and attesting for a national case system.
@RestController
@RequestMapping(path = "/api/v1/messages/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class RecallApi {
    private final RecallActs acts;
    private final Recalling recalling;
    private final Withdrawing withdrawing;
    private final Attesting attesting;
    private final RecallRows rows;

    RecallApi(RecallActs acts, Recalling recalling, Withdrawing withdrawing, Attesting attesting, RecallRows rows) {
        this.acts = acts;
        this.recalling = recalling;
        this.withdrawing = withdrawing;
        this.attesting = attesting;
        this.rows = rows;
    }

    /// What became of a message of ours that was taken back.
    @GetMapping("/recall")
    @Access(Action.READ_CASES)
    RecallAnswer recall(@PathVariable String id, Officer officer, PageContext page) {
        var message = recalling.ours(CaseAddress.id(id), officer).orElseThrow(Unseen::new);
        return rows.of(Side.SENT, message.partner(), message.id()).stream()
                .filter(recall -> recall.withdrawn() == null)
                .findFirst()
                .map(recall -> answer(recall, page.now()))
                .orElseThrow(Unseen::new);
    }

    @PostMapping("/recall")
    @Access(Action.RECALL)
    RecallAnswer recallNow(@PathVariable String id, @RequestBody Reason asked, Officer officer, PageContext page) {
        var message = CaseAddress.id(id);
        return after(
                acts.recall(message, asked.reason(), officer), page, () -> recall(message.toString(), officer, page));
    }

    /// What a person took back of what this message says, and how that is honoured.
    @GetMapping("/consent-withdrawal")
    @Access(Action.READ_CASES)
    List<WithdrawalAnswer> withdrawn(@PathVariable String id, Officer officer, PageContext page) {
        var message = withdrawing.aboutPerson(CaseAddress.id(id), officer).orElseThrow(Unseen::new);
        return rows.of(message.side(), message.partner(), message.givenId()).stream()
                .flatMap(recall -> Stream.ofNullable(recall.withdrawn())
                        .map(withdrawn -> new WithdrawalAnswer(
                                message.id().toString(),
                                withdrawn.purposes(),
                                withdrawn.on(),
                                withdrawn.language(),
                                withdrawn.interpreter(),
                                withdrawn.toldBy(),
                                recall.at(),
                                recall.asks() ? recipients(recall, page.now()) : List.of())))
                .toList();
    }

    @PostMapping("/consent-withdrawal")
    @Access(Action.WRITE_ASSISTANCE)
    List<WithdrawalAnswer> withdraw(
            @PathVariable String id, @RequestBody Withdrawal asked, Officer officer, PageContext page) {
        return after(
                withdrawing.withdraw(CaseAddress.id(id), asked.form(), officer),
                page,
                () -> withdrawn(id, officer, page));
    }

    @PostMapping("/attestation")
    @Access(Action.WORK_CASES)
    ResponseEntity<Void> attest(
            @PathVariable String id, @RequestBody Attestation asked, Officer officer, PageContext page) {
        return after(
                attesting.attest(CaseAddress.id(id), asked.form(), officer),
                page,
                () -> ResponseEntity.noContent().build());
    }

    private static <T> T after(RecallOutcome outcome, PageContext page, Supplier<T> done) {
        return switch (outcome) {
            case Done _ -> done.get();
            case Before _ -> throw new ProblemFound(ProblemKind.RECALLED_BEFORE);
            case Refused(var points) -> throw new ProblemFound(ProblemKind.REFUSED, wrong(points, page));
            case RecallOutcome.Unseen() -> throw new Unseen();
        };
    }

    private static List<Problem.Wrong> wrong(List<Point> points, PageContext page) {
        return points.stream()
                .map(point -> Problem.Wrong.at("/" + point.field(), point.name(), RecallScreens.text(point, page)))
                .toList();
    }

    private RecallAnswer answer(RecallEntry recall, Instant now) {
        return new RecallAnswer(
                new MessageId(recall.id()).toString(), recall.reason(), recall.at(), recipients(recall, now));
    }

    private List<RecipientAnswer> recipients(RecallEntry recall, Instant now) {
        return rows.replies(recall.id()).stream()
                .map(reply -> RecipientAnswer.of(reply, now))
                .toList();
    }

    /// @param purposes codes of list `consent-purpose`
    /// @param on the day on which the person said so
    /// @param language in which it was spoken about, ISO 639-3
    record Withdrawal(List<String> purposes, String on, String language, boolean interpreter) {
        WithdrawForm form() {
            return new WithdrawForm(purposes, on, language, (interpreter ? Answer.YES : Answer.NO).name());
        }
    }

    /// @param toldBy the member that told us, null if it was recorded here
    /// @param recipients whom we told
    record WithdrawalAnswer(
            String message,
            List<String> purposes,
            @Nullable LocalDate on,
            @Nullable String language,
            boolean interpreter,
            @Nullable NodeId toldBy,
            Instant recordedAt,
            List<RecipientAnswer> recipients) {}

    /// @param reason code of list `recall-reason`
    record Reason(String reason) {}

    /// @param outcome code of list `recall-outcome`
    /// @param order number of the court order, with `KEPT`
    /// @param exported code of list `answer`; passedOn likewise
    /// @param note where copies are, required if there are or may be any
    record Attestation(
            String outcome,
            @Nullable String order,
            String exported,
            String passedOn,
            @Nullable String note) {

        AttestForm form() {
            return new AttestForm(outcome, order == null ? "" : order, exported, passedOn, note == null ? "" : note);
        }

        /// Prints nothing: a note may hold anything.
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    record RecallAnswer(String message, String reason, Instant recalledAt, List<RecipientAnswer> recipients) {}

    /// @param askedAt null while it could not be sent
    /// @param outcome code of list `recall-outcome`, null while nothing was heard
    /// @param attested whether nothing more will be heard
    /// @param readers how many persons there had opened it, null while nothing was heard
    record RecipientAnswer(
            NodeId recipient,
            @Nullable Instant askedAt,
            @Nullable String outcome,
            @Nullable Instant sealedAt,
            @Nullable Integer readers,
            @Nullable Instant firstReadAt,
            @Nullable Instant lastReadAt,
            @Nullable Answer exported,
            @Nullable Answer passedOn,
            @Nullable Instant answeredAt,
            @Nullable String desk,
            boolean attested,
            Instant due,
            boolean overdue) {

        static RecipientAnswer of(Reply reply, Instant now) {
            return new RecipientAnswer(
                    reply.other(),
                    reply.askedAt(),
                    reply.outcome(),
                    reply.sealedAt(),
                    reply.outcome() == null ? null : reply.readers().persons(),
                    reply.readers().first(),
                    reply.readers().last(),
                    reply.exported(),
                    reply.passedOn(),
                    reply.answeredAt(),
                    reply.desk(),
                    reply.last(),
                    reply.due(),
                    reply.overdue(now));
        }
    }
}
