package org.enlace.node.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.enlace.message.CaseAlert;
import org.enlace.message.ConsentWithdrawal;
import org.enlace.message.Corroboration;
import org.enlace.message.IdentityVerification;
import org.enlace.message.IdentityVerificationAnswer;
import org.enlace.message.InformationRequest;
import org.enlace.message.InformationResponse;
import org.enlace.message.MatchAnswer;
import org.enlace.message.MatchHit;
import org.enlace.message.MatchQuery;
import org.enlace.message.ModusOperandiReport;
import org.enlace.message.Proposal;
import org.enlace.message.ProposalDecision;
import org.enlace.message.Recall;
import org.enlace.message.RecallAttestation;
import org.enlace.message.Receipt;
import org.enlace.message.RouteReport;
import org.enlace.message.StatisticsReturn;
import org.enlace.message.Status;
import org.enlace.message.UsePermissionDecision;
import org.enlace.message.UsePermissionRequest;
import org.enlace.message.VictimMessage;
import org.enlace.node.casefile.Asks;
import org.enlace.node.casefile.CallMoments;
import org.enlace.node.casefile.CaseReading;
import org.enlace.node.casefile.Chip;
import org.enlace.node.casefile.Labels;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.OpenedMessage;
import org.enlace.node.casefile.Reading;
import org.enlace.node.casefile.Side;
import org.enlace.node.desk.DeskScreen.Closed;
import org.enlace.node.desk.DeskScreen.Preview;
import org.enlace.node.desk.DeskScreen.Text;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The first look at one item: what is asked, by when, and the words of the sender. Persons are not opened here.
@Component
class DeskPreviews {
    private final CaseReading reading;
    private final DeskRows rows;
    private final Labels labels;
    private final Asks asks;
    private final CallMoments calls;

    DeskPreviews(CaseReading reading, DeskRows rows, Labels labels, Asks asks, CallMoments calls) {
        this.reading = reading;
        this.rows = rows;
        this.labels = labels;
        this.asks = asks;
        this.calls = calls;
    }

    Optional<Preview> of(DeskItem item, PageContext page) {
        var officer = page.officer();
        if (officer == null) {
            return Optional.empty();
        }
        return switch (reading.open(item.message(), officer, CaseReading.SUMMARY)) {
            case Reading.Open<OpenedMessage>(var open) -> Optional.of(preview(item, open, page));
            case Reading.ConditionFirst<OpenedMessage> first ->
                Optional.of(closed(item, first.message(), condition(page), page));
            case Reading.Behind<OpenedMessage>(var entry) ->
                Optional.of(closed(item, entry, behind(entry, page), page));
            case Reading.Sealed<OpenedMessage>(var entry) ->
                Optional.of(closed(item, entry, sealed(entry, page), page));
            case Reading.NotThere<OpenedMessage> _ -> Optional.empty();
        };
    }

    private static Closed sealed(MessageEntry entry, PageContext page) {
        return entry.consentEnded()
                ? new Closed(page.text("recall.withdraw.chip"), page.text("recall.withdraw.preview"), true)
                : new Closed(page.text("recall.chip"), page.text("recall.preview"), true);
    }

    private static Closed behind(MessageEntry entry, PageContext page) {
        return new Closed(
                page.text("casefile.behind"),
                page.text("casefile.behind.text", "country", page.country(entry.partner())),
                false);
    }

    private static Closed condition(PageContext page) {
        return new Closed(page.text("casefile.h3"), page.text("casefile.condition.preview"), false);
    }

    /// Before the sender's condition was read, or when nobody opens it: what the list shows as well, and nothing more.
    private Preview closed(DeskItem item, MessageEntry entry, Closed why, PageContext page) {
        return preview(item, entry, List.of(), List.of(), null, List.of(), why, page);
    }

    private Preview preview(DeskItem item, OpenedMessage open, PageContext page) {
        var language = open.about().language();
        return preview(
                item,
                open.entry(),
                asks.of(open, page.locale()),
                texts(open),
                language == null ? null : labels.of("language", language, page.locale()),
                handling(open, page.locale()),
                null,
                page);
    }

    private Preview preview(
            DeskItem item,
            MessageEntry entry,
            List<String> asked,
            List<Text> texts,
            @Nullable String language,
            List<Chip> handling,
            @Nullable Closed closed,
            PageContext page) {
        return new Preview(
                rows.of(item, entry, rows.words(List.of(item), page), page),
                urgency(item, entry, page),
                entry.partner(),
                entry.side() == Side.SENT,
                entry.storedAt(),
                DeskRows.clock(item, item.ackDue(), page.now()),
                DeskRows.clock(item, item.answerDue(), page.now()),
                asked,
                texts,
                language,
                handling,
                calls.of(List.of(entry.id()), page.locale()),
                closed);
    }

    /// What its sender said stands beside what was set here.
    private String urgency(DeskItem item, MessageEntry entry, PageContext page) {
        var here = labels.of("urgency", item.urgency(), page.locale());
        return item.urgency() == entry.urgency()
                ? here
                : page.text(
                        "desk.urgency.here",
                        "here",
                        here,
                        "said",
                        labels.of("urgency", entry.urgency(), page.locale()));
    }

    private static List<Text> texts(OpenedMessage open) {
        var language = open.about().language();
        var words = new ArrayList<String>();
        switch (open.message()) {
            case CaseAlert alert -> words.add(alert.alert().what());
            case RouteReport report -> add(words, report.note());
            case ModusOperandiReport report -> add(words, report.pattern().note());
            case InformationRequest request ->
                request.request().questions().forEach(question -> words.add(question.asked()));
            case InformationResponse response -> {
                add(words, response.answer().found());
                add(words, response.answer().question());
            }
            case UsePermissionRequest request -> words.add(request.request().neededFor());
            case Corroboration(var sighting) -> add(words, sighting.note());
            case Proposal proposal -> words.add(proposal.proposal().explanation());
            case ProposalDecision decision -> add(words, decision.decision().note());
            case IdentityVerification question -> words.add(question.alert().neededFor());
            case IdentityVerificationAnswer answer -> add(words, answer.answer().needed());
            case UsePermissionDecision _,
                    VictimMessage _,
                    Receipt _,
                    Status _,
                    Recall _,
                    RecallAttestation _,
                    ConsentWithdrawal _,
                    MatchQuery _,
                    MatchAnswer _,
                    MatchHit _,
                    StatisticsReturn _ -> {}
        }
        return words.stream().map(text -> new Text(text, language)).toList();
    }

    private static void add(List<String> words, @Nullable String text) {
        if (text != null) {
            words.add(text);
        }
    }

    private List<Chip> handling(OpenedMessage open, Locale reader) {
        var handling = open.about().handling();
        var lines = new ArrayList<Chip>();
        handling.caveats()
                .forEach(caveat ->
                        lines.add(new Chip(labels.of("caveat", caveat.code(), reader), "h", caveat.argument())));
        lines.add(new Chip(handling.code().name(), "h", labels.of("handling", handling.code(), reader)));
        lines.add(new Chip(
                "TLP:" + handling.tlp().code(),
                "h",
                labels.of("tlp", handling.tlp().code(), reader)));
        return lines;
    }
}
