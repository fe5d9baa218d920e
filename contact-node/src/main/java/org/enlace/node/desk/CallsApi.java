package org.enlace.node.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.Officers;
import org.enlace.node.casefile.Calling;
import org.enlace.node.casefile.Callings;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.Reach;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Who was called because nobody did what was due, for a national case system.
@RestController
class CallsApi {
    private final DeskItems items;
    private final CaseFiles files;
    private final Reach reach;
    private final Callings callings;
    private final Officers officers;

    CallsApi(DeskItems items, CaseFiles files, Reach reach, Callings callings, Officers officers) {
        this.items = items;
        this.files = files;
        this.reach = reach;
        this.callings = callings;
        this.officers = officers;
    }

    /// Oldest first.
    @GetMapping(path = "/api/v1/desk/items/{id}/calls", produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Action.READ_DESK)
    CallsAnswer calls(@PathVariable String id, Officer officer) {
        var message = items.find(DeskPages.id(id))
                .flatMap(item -> files.find(item.message()))
                .filter(found -> reach.sight(officer).sees(found))
                .orElseThrow(Unseen::new);
        var pseudonyms = officers.working().stream().collect(Collectors.toMap(Officer::id, Officer::pseudonym));
        return new CallsAnswer(callings.of(List.of(message.id())).stream()
                .map(call -> answer(call, pseudonyms))
                .toList());
    }

    private static CallAnswer answer(Calling call, Map<OfficerId, String> pseudonyms) {
        return new CallAnswer(
                call.rung(),
                call.at(),
                call.late(),
                call.told().stream()
                        .map(told -> new ToldAnswer(pseudonyms.get(told.officer()), told.atDesk()))
                        .toList(),
                call.notices().stream()
                        .map(notice -> new NoticeAnswer(
                                notice.way(),
                                notice.officer() == null ? null : pseudonyms.get(notice.officer()),
                                notice.state(),
                                notice.at(),
                                notice.reason()))
                        .toList());
    }

    record CallsAnswer(List<CallAnswer> calls) {}

    /// @param rung code of list `rung`
    /// @param late whether it came noticeably after its time
    record CallAnswer(String rung, Instant at, boolean late, List<ToldAnswer> told, List<NoticeAnswer> notices) {}

    /// @param officer pseudonym; null for a webhook, and if that officer no longer works here
    /// @param at when it ended, null while it waits
    record NoticeAnswer(
            String way,
            @Nullable String officer,
            String state,
            @Nullable Instant at,
            @Nullable String reason) {}

    /// @param officer pseudonym; null if that officer no longer works here
    /// @param atDesk whether a desk of theirs was open then
    record ToldAnswer(@Nullable String officer, boolean atDesk) {}
}
