package org.enlace.node.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Reach;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What an officer holds at the end of a shift, and what the officer is asked to take.
@Component
class HeldItems {
    static final int PAGE = 50;
    private static final int PAGES_MAX = 1_000;

    private final Handovers handovers;
    private final DeskItems items;
    private final CaseFiles files;
    private final Takers takers;
    private final Reach reach;
    private final AccessRules rules;
    private final DeskRecords records;

    HeldItems(
            Handovers handovers,
            DeskItems items,
            CaseFiles files,
            Takers takers,
            Reach reach,
            AccessRules rules,
            DeskRecords records) {
        this.handovers = handovers;
        this.items = items;
        this.files = files;
        this.takers = takers;
        this.reach = reach;
        this.rules = rules;
        this.records = records;
    }

    /// What an officer holds.
    ///
    /// @param newest offer of it that is open or was declined; null if there is none
    record Held(
            DeskItem item, MessageEntry message, @Nullable Handover newest) {}

    /// @param of whose items they are
    /// @param more whether there is another page
    record HeldPage(Officer of, List<Held> items, boolean more) {}

    /// What somebody is asked to take.
    record Offer(Handover handover, DeskItem item, MessageEntry message) {}

    /// Whose items an officer may hand over: the own, and a supervisor those of anybody.
    ///
    /// @param pseudonym of the holder; empty for the officer who asks
    Optional<Officer> holder(String pseudonym, Officer officer) {
        if (pseudonym.isEmpty() || pseudonym.equals(officer.pseudonym())) {
            return Optional.of(officer);
        }
        return rules.mayOpen(officer, Action.KEEP_DUTY) ? takers.ever(pseudonym) : Optional.empty();
    }

    /// In a constant number of queries.
    ///
    /// @throws Unseen if there is no such page
    @Transactional(readOnly = true)
    public HeldPage held(Officer of, int page, Officer officer) {
        if (page < 0 || page > PAGES_MAX) {
            throw new Unseen();
        }
        var found = handovers.held(of.id(), namesFree(of, officer), reach.sight(officer), page * PAGE, PAGE + 1);
        var shown = found.subList(0, Math.min(found.size(), PAGE));
        var messages = files.find(shown);
        var waiting = items.of(shown).stream().collect(Collectors.toMap(DeskItem::message, Function.identity()));
        var newest =
                handovers.newest(waiting.values().stream().map(DeskItem::id).toList());
        return new HeldPage(
                of,
                shown.stream()
                        .map(id -> Objects.requireNonNull(waiting.get(id)))
                        .map(item -> new Held(
                                item, Objects.requireNonNull(messages.get(item.message())), newest.get(item.id())))
                        .toList(),
                found.size() > PAGE);
    }

    /// What this officer is asked to take, the oldest first; of more than a page the rest comes when these are taken.
    @Transactional(readOnly = true)
    public List<Offer> offered(Officer officer) {
        var offers = handovers.to(officer.id(), reach.sight(officer), PAGE);
        var ids = offers.stream().map(Handover::message).toList();
        var messages = files.find(ids);
        var waiting = items.of(ids).stream().collect(Collectors.toMap(DeskItem::message, Function.identity()));
        return offers.stream()
                .map(offer -> new Offer(
                        offer,
                        Objects.requireNonNull(waiting.get(offer.message())),
                        Objects.requireNonNull(messages.get(offer.message()))))
                .toList();
    }

    @Transactional(readOnly = true)
    public int waiting(Officer officer) {
        return handovers.count(officer.id(), reach.sight(officer));
    }

    /// Who holds how much of what this officer may see; for supervisors.
    @Transactional(readOnly = true)
    public List<Handovers.Holder> holders(Officer officer) {
        return rules.mayOpen(officer, Action.KEEP_DUTY)
                ? handovers.holders(reach.sight(officer), records.now())
                : List.of();
    }

    /// What was written with an offer, for whoever may read about its message.
    Map<Long, String> words(List<Long> events) {
        return files.notes(events);
    }

    /// What nobody holds goes with what the officers hold whose call it is.
    boolean namesFree(Officer of, Officer officer) {
        return of.id().equals(officer.id()) && rules.mayOpen(officer, Action.ACKNOWLEDGE);
    }
}
