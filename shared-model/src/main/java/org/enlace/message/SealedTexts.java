package org.enlace.message;

import java.util.List;
import org.enlace.person.Identity;
import org.enlace.person.Sensitive;
import org.enlace.person.ShowsPersonalData;
import org.jspecify.annotations.Nullable;

/// Looks at the form of what is sensitive; a breach names the field, and nothing of what stands in it.
final class SealedTexts {
    private static final int LIST_MAX = 50;

    private SealedTexts() {}

    @ShowsPersonalData
    static void check(Breaches breaches, String field, @Nullable Sensitive<String> text, int max) {
        if (text != null) {
            breaches.text(field, text.reveal(), max);
        }
    }

    @ShowsPersonalData
    static void code(Breaches breaches, String field, @Nullable Sensitive<String> code, String list) {
        if (code != null) {
            breaches.code(field, code.reveal(), list);
        }
    }

    @ShowsPersonalData
    static void codes(Breaches breaches, String field, @Nullable Sensitive<List<String>> codes, String list) {
        if (codes != null) {
            breaches.codes(field, codes.reveal(), list);
        }
    }

    @ShowsPersonalData
    static boolean isBlank(@Nullable Sensitive<String> text) {
        return text == null || text.reveal().isBlank();
    }

    @ShowsPersonalData
    static boolean isCode(@Nullable Sensitive<String> code, String wanted) {
        return code != null && code.reveal().equals(wanted);
    }

    static void check(Breaches breaches, String field, @Nullable Identity identity) {
        if (identity == null) {
            return;
        }
        check(breaches, field + ".familyName", identity.familyName(), Breaches.SHORT_MAX);
        check(breaches, field + ".givenNames", identity.givenNames(), Breaches.SHORT_MAX);
        documents(breaches, field + ".documents", identity.documents());
    }

    static void check(Breaches breaches, CaseAlert.PolicePart police) {
        documents(breaches, "police.documents", police.documents());
        breaches.atMost("police.phones", police.phones(), LIST_MAX);
        for (int i = 0; i < police.phones().size(); i++) {
            check(breaches, "police.phones[" + i + "]", police.phones().get(i), Breaches.SHORT_MAX);
        }
        breaches.atMost("police.handles", police.handles(), LIST_MAX);
        for (int i = 0; i < police.handles().size(); i++) {
            String field = "police.handles[" + i + "]";
            breaches.requiredCode(field + ".platform", police.handles().get(i).platform(), "platform");
            check(breaches, field + ".name", police.handles().get(i).name(), Breaches.SHORT_MAX);
        }
    }

    static void check(Breaches breaches, Particulars police) {
        documents(breaches, "police.documents", police.documents());
        breaches.atMost("police.phones", police.phones(), LIST_MAX);
        for (int i = 0; i < police.phones().size(); i++) {
            check(breaches, "police.phones[" + i + "]", police.phones().get(i), Breaches.SHORT_MAX);
        }
        breaches.atMost("police.onlineNames", police.onlineNames(), LIST_MAX);
        for (int i = 0; i < police.onlineNames().size(); i++) {
            String field = "police.onlineNames[" + i + "]";
            breaches.requiredCode(
                    field + ".platform", police.onlineNames().get(i).platform(), "platform");
            check(breaches, field + ".name", police.onlineNames().get(i).name(), Breaches.SHORT_MAX);
        }
        breaches.atMost("police.plates", police.plates(), LIST_MAX);
        for (int i = 0; i < police.plates().size(); i++) {
            String field = "police.plates[" + i + "]";
            breaches.country(field + ".country", police.plates().get(i).country());
            check(breaches, field + ".number", police.plates().get(i).number(), Breaches.SHORT_MAX);
        }
        breaches.atMost("police.companies", police.companies(), LIST_MAX);
        for (int i = 0; i < police.companies().size(); i++) {
            String field = "police.companies[" + i + "]";
            check(breaches, field + ".name", police.companies().get(i).name(), Breaches.SHORT_MAX);
            breaches.country(field + ".country", police.companies().get(i).country());
        }
        check(breaches, "police.words", police.words(), Breaches.TEXT_MAX);
    }

    private static void documents(Breaches breaches, String field, List<Identity.Document> documents) {
        breaches.atMost(field, documents, LIST_MAX);
        for (int i = 0; i < documents.size(); i++) {
            Identity.Document document = documents.get(i);
            breaches.requiredCode(field + "[" + i + "].kind", document.kind(), "document");
            breaches.country(field + "[" + i + "].country", document.country());
            check(breaches, field + "[" + i + "].number", document.number(), Breaches.SHORT_MAX);
        }
    }
}
