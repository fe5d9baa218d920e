package org.enlace.node.desk;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.enlace.message.MessageId;
import org.enlace.node.casefile.Calling;
import org.enlace.node.casefile.Callings;
import org.enlace.node.notice.Notice;
import org.enlace.node.notice.Notices;
import org.springframework.stereotype.Component;

/// Who was called, with what became of the notices.
@Component
class Calls implements Callings {
    private final LadderRows rows;
    private final Notices notices;

    Calls(LadderRows rows, Notices notices) {
        this.rows = rows;
        this.notices = notices;
    }

    @Override
    public List<Calling> of(Collection<MessageId> messages) {
        var calls = rows.of(messages);
        var made = rows.notices(calls.keySet());
        var sent = notices.of(
                made.values().stream().flatMap(List::stream).distinct().toList());
        return calls.entrySet().stream()
                .map(call -> with(
                        call.getValue(),
                        made.getOrDefault(call.getKey(), List.of()).stream()
                                .map(sent::get)
                                .filter(Objects::nonNull)
                                .map(Calls::sent)
                                .toList()))
                .toList();
    }

    private static Calling with(Calling call, List<Calling.Sent> notices) {
        return new Calling(call.message(), call.rung(), call.at(), call.late(), call.told(), notices);
    }

    private static Calling.Sent sent(Notice notice) {
        var reason = notice.reason();
        return new Calling.Sent(
                notice.way().name(),
                notice.officer(),
                notice.state().name(),
                notice.endedAt(),
                reason == null ? null : reason.name());
    }
}
