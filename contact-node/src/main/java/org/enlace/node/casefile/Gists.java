package org.enlace.node.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.enlace.handling.Caveat;
import org.enlace.message.About;
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
import org.enlace.message.Message;
import org.enlace.message.ModusOperandiReport;
import org.enlace.message.Place;
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
import org.enlace.message.VictimAssistanceRequest;
import org.enlace.message.VictimMessage;
import org.enlace.message.VictimReferral;
import org.enlace.person.LanguageNeed;
import org.jspecify.annotations.Nullable;

/// Picks the codes of a message that may rest outside of its sealed parts.
final class Gists {
    private Gists() {}

    static Gist of(About about, Message message) {
        var codes = new LinkedHashMap<String, List<String>>();
        codes.put("handling", List.of(about.handling().code().name()));
        codes.put(
                "caveat", about.handling().caveats().stream().map(Caveat::code).toList());
        codes.put(
                "country",
                about.countryRoles().stream()
                        .map(role -> role.country() + ":" + role.part().name())
                        .toList());
        codes.putAll(of(message));
        var evaluation = about.handling().evaluation();
        if (message instanceof Corroboration && evaluation != null) {
            codes.put("grade", List.of(evaluation.code()));
        }
        return Gist.of(about.messageType(), codes);
    }

    private static Map<String, List<String>> of(Message message) {
        return switch (message) {
            case CaseAlert alert -> alert(alert.alert());
            case VictimMessage victim -> victim(victim.alert());
            case InformationRequest request -> question(request.request());
            case InformationResponse response ->
                Map.of("answer", List.of(response.answer().kind()));
            case UsePermissionRequest request ->
                Map.of("use", List.of(request.request().use()));
            case UsePermissionDecision decision -> Map.of("answer", List.of(decision.outcome()));
            case Corroboration(var sighting) -> sighting(sighting);
            case Proposal proposal ->
                Map.of("reason", List.of(proposal.proposal().reason()));
            case ProposalDecision decision ->
                Map.of(
                        "answer", List.of(decision.outcome()),
                        "ground",
                                Stream.ofNullable(decision.decision().ground()).toList());
            case IdentityVerificationAnswer answer -> Map.of("answer", List.of(answer.outcome()));
            case RouteReport report -> route(report);
            case ModusOperandiReport report -> pattern(report.pattern());
            case Receipt _,
                    Status _,
                    Recall _,
                    RecallAttestation _,
                    ConsentWithdrawal _,
                    MatchQuery _,
                    MatchAnswer _,
                    MatchHit _,
                    StatisticsReturn _ -> Map.of();
        };
    }

    private static Map<String, List<String>> sighting(Corroboration.SightingPart sighting) {
        var to = sighting.period().to();
        return Map.of(
                "finding", List.of(sighting.finding()),
                "from", List.of(sighting.period().from().value()),
                "to", to == null ? List.of() : List.of(to.value()));
    }

    private static Map<String, List<String>> alert(CaseAlert.AlertPart alert) {
        return Map.of(
                "kind", List.of(alert.alertKind()),
                "asked", List.of(alert.askedAction()),
                "purpose", alert.purposes(),
                "means", alert.means(),
                "persons",
                        alert.persons().stream()
                                .map(CaseAlert.PersonGroup::count)
                                .toList(),
                "from", countries(alert.whereNow()),
                "to", countries(alert.heading()),
                "transport",
                        alert.vehicles().stream().map(CaseAlert.Vehicle::mode).toList());
    }

    private static Map<String, List<String>> victim(VictimMessage.Asked asked) {
        var language = asked.language();
        var kind = switch (asked) {
            case VictimReferral.AlertPart referral -> List.of(referral.referralKind());
            case IdentityVerification.AlertPart verification -> verification.questions();
            case VictimAssistanceRequest.AlertPart _ -> List.<String>of();
        };
        return Map.of(
                "kind", kind,
                "host", List.of(asked.host()),
                "situation", List.of(asked.situation()),
                "service",
                        asked.needs().stream()
                                .map(VictimAssistanceRequest.Need::service)
                                .toList(),
                "language",
                        language.languages().stream()
                                .map(LanguageNeed.Spoken::code)
                                .toList(),
                "interpreter", List.of(language.interpreterNeeded().name()));
    }

    private static Map<String, List<String>> question(InformationRequest.RequestPart request) {
        return Map.of(
                "question",
                request.questions().stream()
                        .map(InformationRequest.Question::kind)
                        .toList(),
                "use",
                request.willBeUsedFor());
    }

    private static Map<String, List<String>> route(RouteReport report) {
        var way = new ArrayList<String>();
        for (var leg : report.legs()) {
            way.add(leg.from().place().country());
            way.add(leg.to().place().country());
        }
        return Map.of(
                "way", way,
                "transport", report.legs().stream().map(RouteReport.Leg::mode).toList(),
                "persons", List.of(report.volumeBand()),
                "confidence", List.of(report.confidence()));
    }

    private static Map<String, List<String>> pattern(ModusOperandiReport.PatternPart pattern) {
        return Map.of(
                "purpose", pattern.purposes(),
                "means", pattern.means(),
                "recruitment", pattern.recruitmentMethods(),
                "platform", pattern.recruitmentPlatforms(),
                "control", pattern.controlMethods(),
                "exploitation", pattern.exploitation(),
                "way", pattern.geography());
    }

    private static List<String> countries(@Nullable Place place) {
        return place == null ? List.of() : List.of(place.country());
    }
}
