package org.enlace.node.casefile;

import java.util.List;
import java.util.Locale;
import org.enlace.person.Identity;
import org.enlace.person.PartialDate;
import org.enlace.person.Sensitive;
import org.enlace.person.ShowsPersonalData;
import org.jspecify.annotations.Nullable;

/// Who a person is, as in the document: surnames in capitals, nothing shortened or reordered.
final class Identities {
    private Identities() {}

    @ShowsPersonalData
    static void lines(Identity identity, FactSheet sheet) {
        sheet.written("casefile.fact.name", name(identity), null);
        var birth = identity.birthDate();
        sheet.said("casefile.fact.birth", birth == null ? List.of() : List.of(date(birth)));
        sheet.said(
                "casefile.fact.documents",
                identity.documents().stream()
                        .map(document -> AlertFacts.document(document, sheet))
                        .toList());
    }

    @ShowsPersonalData
    private static String name(Identity identity) {
        var family = shown(identity.familyName()).toUpperCase(Locale.ROOT);
        return Labels.joined(family, shown(identity.givenNames()));
    }

    @ShowsPersonalData
    private static String date(Sensitive<PartialDate> date) {
        return date.reveal().value();
    }

    @ShowsPersonalData
    private static String shown(@Nullable Sensitive<String> value) {
        return value == null ? "" : value.reveal();
    }
}
