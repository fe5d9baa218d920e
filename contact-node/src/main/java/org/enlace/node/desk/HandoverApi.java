package org.enlace.node.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.desk.DeskAnswers.ItemAnswer;
import org.enlace.node.desk.HandoverOutcome.Offered;
import org.enlace.node.desk.HandoverOutcome.Wrong;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Problem;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The change of a shift for a national case system.
@RestController
@RequestMapping(path = "/api/v1/handover", produces = MediaType.APPLICATION_JSON_VALUE)
class HandoverApi {
    private final HandingOver handing;
    private final HeldItems held;
    private final Takers takers;
    private final DeskAnswers answers;
    private final Clock clock;

    HandoverApi(HandingOver handing, HeldItems held, Takers takers, DeskAnswers answers, Clock clock) {
        this.handing = handing;
        this.held = held;
        this.takers = takers;
        this.answers = answers;
        this.clock = clock;
    }

    /// @param to pseudonym of who shall take it
    /// @param note what the next officer has to know, for this contact point alone
    record Handing(String item, String to, @Nullable String note) {}

    /// @param of pseudonym of whose items they are, for supervisors; without it, the caller's
    record Asked(@Nullable List<Handing> items, @Nullable String of) {}

    record Declined(String reason) {}

    /// @param item as of the desk
    /// @param takers pseudonyms of those who may be asked to take it
    /// @param offer that waits for an answer
    record Held(
            ItemAnswer item, List<String> takers, @Nullable Offer offer) {}

    /// @param from pseudonym of who offered it
    record Offer(
            String id,
            String from,
            String to,
            Instant at,
            @Nullable String note) {}

    record Waiting(ItemAnswer item, Offer offer) {}

    /// @param offered what the caller is asked to take
    /// @param held what the officer holds, and what nobody does
    record ShiftAnswer(List<Waiting> offered, List<Held> held, boolean more) {}

    @GetMapping
    @Access(Action.WORK_CASES)
    ShiftAnswer list(
            @RequestParam(defaultValue = "") String of, @RequestParam(defaultValue = "0") int page, Officer officer) {
        var holder = held.holder(of, officer).orElseThrow(Unseen::new);
        return list(holder, page, officer);
    }

    @PostMapping
    @Access(Action.WORK_CASES)
    ShiftAnswer offer(@RequestBody Asked asked, Officer officer, PageContext page) {
        var of = asked.of() == null ? "" : asked.of();
        var given = asked.items() == null ? List.<Handing>of() : asked.items();
        var items = given.stream()
                .map(each -> new HandingOver.Asked(
                        DeskPages.id(each.item()), each.to(), each.note() == null ? "" : each.note()))
                .toList();
        return switch (handing.offer(items, of, officer)) {
            case Offered _ -> list(held.holder(of, officer).orElseThrow(Unseen::new), 0, officer);
            case HandoverOutcome.Refused(var wrongs) ->
                throw new ProblemFound(
                        ProblemKind.REFUSED,
                        wrongs.stream().map(wrong -> wrong(wrong, page)).toList());
            case HandoverOutcome.Unseen() -> throw new Unseen();
        };
    }

    @PostMapping("/{id}/take")
    @Access(Action.WORK_CASES)
    ItemAnswer take(@PathVariable String id, Officer officer, PageContext page) {
        return answers.after(id, page, offer -> handing.take(offer, officer));
    }

    @PostMapping("/{id}/decline")
    @Access(Action.WORK_CASES)
    ItemAnswer decline(@PathVariable String id, @RequestBody Declined asked, Officer officer, PageContext page) {
        return answers.after(id, page, offer -> handing.decline(offer, asked.reason(), officer));
    }

    @PostMapping("/{id}/withdraw")
    @Access(Action.WORK_CASES)
    ItemAnswer withdraw(@PathVariable String id, Officer officer, PageContext page) {
        return answers.after(id, page, offer -> handing.withdraw(offer, officer));
    }

    private ShiftAnswer list(Officer holder, int number, Officer officer) {
        var now = clock.instant();
        var page = held.held(holder, number, officer);
        var offered = held.offered(officer);
        var working = takers.working();
        var offers = Stream.concat(
                        offered.stream().map(HeldItems.Offer::handover),
                        page.items().stream().map(HeldItems.Held::newest).filter(Objects::nonNull))
                .toList();
        var said = held.words(offers.stream().map(Handover::event).toList());
        var names = takers.everyone();
        return new ShiftAnswer(
                offered.stream()
                        .map(each -> new Waiting(
                                answers.of(each.item(), each.message(), now), offer(each.handover(), names, said)))
                        .toList(),
                page.items().stream()
                        .map(each -> new Held(
                                answers.of(each.item(), each.message(), now),
                                working.stream()
                                        .filter(one -> !one.id()
                                                .value()
                                                .equals(each.item().owner()))
                                        .filter(one -> takers.mayTake(one, each.item(), each.message()))
                                        .map(Officer::pseudonym)
                                        .toList(),
                                each.newest() != null && each.newest().isOpen()
                                        ? offer(each.newest(), names, said)
                                        : null))
                        .toList(),
                page.more());
    }

    private static Offer offer(Handover handover, Map<OfficerId, Officer> names, Map<Long, String> said) {
        return new Offer(
                handover.id().toString(),
                pseudonym(names, handover.by()),
                pseudonym(names, handover.taker()),
                handover.offeredAt(),
                said.get(handover.event()));
    }

    private static String pseudonym(Map<OfficerId, Officer> names, String officer) {
        return Objects.requireNonNull(names.get(new OfficerId(officer))).pseudonym();
    }

    private static Problem.Wrong wrong(Wrong wrong, PageContext page) {
        var pointer = wrong.line() < 0
                ? "/items"
                : "/items/" + wrong.line() + "/" + wrong.point().field();
        return Problem.Wrong.at(pointer, wrong.point().name(), HandoverScreens.text(wrong.point(), page));
    }
}
