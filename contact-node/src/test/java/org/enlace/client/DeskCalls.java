package org.enlace.client;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What waits on the desk, and each step with it.
public interface DeskCalls {
    @Call("POST /api/v1/desk/assign")
    Results assignTogether(Assigning body);

    @Call("GET /api/v1/desk/items?view&page")
    Items items(@Nullable String view, int page);

    @Call("POST /api/v1/desk/items/{id}/accept")
    DeskItem accept(String id, Accept body);

    @Call("POST /api/v1/desk/items/{id}/acknowledge")
    DeskItem acknowledge(String id);

    @Call("POST /api/v1/desk/items/{id}/answer")
    DeskItem answer(String id, Towards body);

    @Call("POST /api/v1/desk/items/{id}/ask")
    DeskItem ask(String id, Words body);

    @Call("POST /api/v1/desk/items/{id}/assess")
    DeskItem assess(String id, Assess body);

    @Call("GET /api/v1/desk/items/{id}/calls")
    Calls calls(String id);

    @Call("POST /api/v1/desk/items/{id}/close")
    DeskItem close(String id, Close body);

    @Call("POST /api/v1/desk/items/{id}/complete")
    DeskItem complete(String id, Complete body);

    @Call("POST /api/v1/desk/items/{id}/confirm-withdrawal")
    DeskItem confirmWithdrawal(String id, Words body);

    @Call("POST /api/v1/desk/items/{id}/decline")
    DeskItem decline(String id, Decline body);

    @Call("POST /api/v1/desk/items/{id}/fail")
    DeskItem fail(String id, Words body);

    @Call("POST /api/v1/desk/items/{id}/forward")
    DeskItem forward(String id, Forward body);

    @Call("POST /api/v1/desk/items/{id}/hold")
    DeskItem hold(String id, Hold body);

    @Call(value = "POST /api/v1/desk/items/{id}/note", key = Call.Key.MADE)
    DeskItem note(String id, Note body);

    @Call("POST /api/v1/desk/items/{id}/reopen")
    DeskItem reopen(String id, Towards body);

    @Call("POST /api/v1/desk/items/{id}/resume")
    DeskItem resume(String id);

    @Call("POST /api/v1/desk/items/{id}/start")
    DeskItem start(String id);

    @Call("POST /api/v1/desk/items/{id}/withdraw")
    DeskItem withdraw(String id, Withdraw body);

    @Call("POST /api/v1/desk/read")
    Results readTogether(Chosen body);

    @Call("POST /api/v1/desk/urgency")
    Results setUrgencyTogether(Setting body);

    /// All pages.
    default Stream<DeskItem> all(String view) {
        return Pages.numbered(page -> {
            var one = items(view, page);
            return new Pages.Numbered<>(one.items(), one.more(), page);
        });
    }

    record Assigning(@Nullable List<String> items, @Nullable String note, String to) {}

    record Results(List<Result> results) {}

    record Items(DeskCounts counts, List<DeskItem> items, boolean more, long page) {}

    record Accept(String start, @Nullable String worker) {}

    record Towards(String note, @Nullable List<String> to) {}

    record Words(String note) {}

    record Assess(String risk, @Nullable String words) {}

    record Calls(List<Rung> calls) {}

    record Close(boolean outcomeSeen, @Nullable List<String> to) {}

    record Complete(String followUp, @Nullable String note, String outcome) {}

    record Decline(String alternative, String ground) {}

    record Forward(boolean outside, String unit) {}

    record Hold(String ground, @Nullable String note) {}

    record Note(String note, boolean tell) {}

    record Withdraw(@Nullable String note, @Nullable List<String> to) {}

    record Chosen(@Nullable List<String> items) {}

    record Setting(@Nullable List<String> items, @Nullable String reason, String urgency) {}

    record Result(List<String> codes, String detail, String item) {}

    record DeskCounts(
            long ack,
            long ackOverdue,
            long all,
            long immediate,
            long mine,
            long mineSoon,
            long overdue,
            long urgent,
            long waiting) {}

    record Rung(Instant at, boolean late, List<Notice> notices, String rung, List<Told> told) {}

    record Notice(
            @Nullable Instant at,
            @Nullable String officer,
            @Nullable String reason,
            String state,
            String way) {}

    record Told(boolean atDesk, @Nullable String officer) {}
}
