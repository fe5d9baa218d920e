package org.enlace.node.casefile;

import java.util.List;
import java.util.stream.Stream;
import org.enlace.message.About;
import org.enlace.message.InformationRequest;
import org.enlace.message.InformationResponse;
import org.enlace.message.Particulars;
import org.enlace.message.Persons;
import org.enlace.person.Sensitive;
import org.enlace.person.ShowsPersonalData;
import org.jspecify.annotations.Nullable;

/// The lines of a request for information and of its answer.
final class InformationFacts {
    private InformationFacts() {}

    static List<String> asks(InformationRequest.RequestPart request, FactSheet sheet) {
        return request.questions().stream()
                .map(question -> sheet.label("question-kind", question.kind()))
                .distinct()
                .toList();
    }

    static void summary(InformationRequest.RequestPart request, About about, FactSheet sheet) {
        var language = about.language();
        request.questions()
                .forEach(question ->
                        sheet.named(sheet.label("question-kind", question.kind()), question.asked(), language));
        sheet.written("casefile.fact.needed-for", request.neededFor(), language)
                .written("casefile.fact.link", request.linkOfPersonToPurpose(), language)
                .written("casefile.fact.why-there", request.whyThere(), language)
                .written("casefile.fact.known", request.knownFacts(), language)
                .written("casefile.fact.offence", request.offence(), language)
                .codes("casefile.fact.use", "information-use", request.willBeUsedFor())
                .written("casefile.fact.mla", request.mlaRef(), null);
    }

    static void summary(InformationResponse.AnswerPart answer, About about, FactSheet sheet) {
        var language = about.language();
        sheet.code("casefile.fact.answer", "answer-kind", answer.kind())
                .written("casefile.fact.found", answer.found(), language)
                .written("casefile.fact.missing", answer.missing(), language)
                .written("casefile.fact.searched", answer.searched(), language)
                .written("casefile.fact.question", answer.question(), language)
                .code("casefile.fact.ground", "refusal-ground", answer.ground())
                .written("casefile.fact.competent", answer.competent(), language);
        var nextBy = answer.nextBy();
        if (nextBy != null) {
            sheet.said("casefile.fact.next-by", List.of(FactSheet.minutes(nextBy)));
        }
        var forwarded = answer.forwarded();
        if (forwarded != null) {
            sheet.written("casefile.fact.forwarded", forwarded.to(), language);
            sheet.said(
                    "casefile.fact.forwarded-where",
                    List.of(sheet.text(forwarded.outside() ? "casefile.fact.outside" : "casefile.fact.inside")));
        }
    }

    @ShowsPersonalData
    static void persons(@Nullable Persons identity, @Nullable Particulars police, About about, FactSheet sheet) {
        if (identity != null) {
            identity.persons().forEach(person -> Identities.lines(person, sheet));
        }
        if (police == null) {
            return;
        }
        sheet.said(
                        "casefile.fact.documents",
                        police.documents().stream()
                                .map(one -> AlertFacts.document(one, sheet))
                                .toList())
                .said(
                        "casefile.fact.plates",
                        police.plates().stream()
                                .map(plate -> Labels.joined(shown(plate.number()), sheet.country(plate.country())))
                                .toList())
                .said(
                        "casefile.fact.phones",
                        police.phones().stream().map(InformationFacts::shown).toList())
                .said(
                        "casefile.fact.handles",
                        police.onlineNames().stream()
                                .map(one -> sheet.text(
                                        "web.pair",
                                        "name",
                                        sheet.label("platform", one.platform()),
                                        "value",
                                        shown(one.name())))
                                .toList())
                .said(
                        "casefile.fact.companies",
                        police.companies().stream()
                                .map(company -> Labels.joined(shown(company.name()), sheet.country(company.country())))
                                .toList());
        Stream.ofNullable(police.words())
                .forEach(words -> sheet.written("casefile.fact.particulars", shown(words), about.language()));
    }

    @ShowsPersonalData
    private static String shown(Sensitive<String> value) {
        return value.reveal();
    }
}
