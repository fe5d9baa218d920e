package org.enlace.node.drafts;

import java.util.ArrayList;
import java.util.List;
import org.enlace.handling.Caveat;
import org.enlace.handling.Evaluation;
import org.enlace.handling.Handling;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Pap;
import org.enlace.handling.Tlp;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.ChildInvolved;
import org.enlace.message.CountryRole;
import org.enlace.message.Message;
import org.jspecify.annotations.Nullable;

/// Reads the cards that all kinds of message share.
final class Outlines {
    private Outlines() {}

    static Wanted.Outline read(Answers answers, Family family, Message message) {
        var child = answers.choice("child", ChildInvolved.class, ChildInvolved.NO);
        var said = family.childIn(message);
        return new Wanted.Outline(
                answers.text("nationalRef"),
                null,
                urgency(answers),
                answers.text("urgencyReason"),
                handling(answers, family),
                answers.all("legalBasis"),
                answers.all("purpose"),
                answers.text("language"),
                answers.text("addressedRole"),
                countries(answers),
                said == ChildInvolved.NO ? child : said,
                answers.required("subject"));
    }

    private static Urgency urgency(Answers answers) {
        answers.required("urgency");
        return answers.choice("urgency", Urgency.class, Urgency.NORMAL);
    }

    private static Handling handling(Answers answers, Family family) {
        var usual = family.usualHandling();
        return new Handling(
                answers.choice("handling", HandlingCode.class, usual.code()),
                answers.text("h3Text"),
                tlp(answers.text("tlp"), usual.tlp()),
                answers.choice("pap", Pap.class, usual.pap()),
                evaluation(answers),
                caveats(answers));
    }

    private static Tlp tlp(@Nullable String code, Tlp usual) {
        for (var tlp : Tlp.values()) {
            if (tlp.code().equals(code)) {
                return tlp;
            }
        }
        return usual;
    }

    private static @Nullable Evaluation evaluation(Answers answers) {
        var source = answers.text("source");
        var accuracy = answers.number("accuracy", 0);
        if (source == null || accuracy < 1 || accuracy > 4) {
            return null;
        }
        return new Evaluation(answers.choice("source", Evaluation.Source.class, Evaluation.Source.X), accuracy);
    }

    private static List<Caveat> caveats(Answers answers) {
        var caveats = new ArrayList<Caveat>();
        for (var code : answers.all("caveat")) {
            if (code.matches("[A-Z][A-Z_]{1,39}") && !code.equals("EXCLUDE") && !code.equals("DESTROY_AFTER")) {
                caveats.add(new Caveat(code, null));
            }
        }
        for (var excluded : answers.all("exclude")) {
            if (excluded.matches("[A-Z]{2}(:[A-Z_]{1,32})?")) {
                caveats.add(Caveat.exclude(excluded));
            }
        }
        var destroyAfter = answers.date("destroyAfter");
        if (destroyAfter != null) {
            caveats.add(Caveat.destroyAfter(destroyAfter));
        }
        return caveats;
    }

    private static List<CountryRole> countries(Answers answers) {
        var roles = new ArrayList<CountryRole>();
        for (var part : CountryRole.Part.values()) {
            answers.all("country" + part.name()).stream()
                    .filter(code -> code.matches("[A-Z]{2}"))
                    .forEach(code -> roles.add(new CountryRole(code, part)));
        }
        return roles;
    }
}
