package org.enlace.node.drafts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.enlace.handling.Caveat;
import org.enlace.handling.Evaluation;
import org.enlace.handling.Handling;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Pap;
import org.enlace.handling.Tlp;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
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
                answers.message(Draft.IN_REPLY_TO),
                answers.message(Draft.CORRECTS),
                answers.text("correctionReason"),
                answers.message(Draft.TAKES_UP),
                urgency(answers),
                answers.text("urgencyReason"),
                handling(answers, family),
                answers.all("legalBasis"),
                answers.all("purpose"),
                answers.text("language"),
                answers.text("addressedRole"),
                countries(answers),
                said == ChildInvolved.NO ? child : said,
                answers.moment("deadline"),
                retention(answers),
                answers.required("subject"));
    }

    /// What was typed for them, beside recipients and handling.
    static void typed(About about, Instant now, Prefilled form) {
        form.put("nationalRef", about.nationalRef())
                .put("urgency", about.urgency().name())
                .put("urgencyReason", about.urgencyReason())
                .put("child", about.childInvolved().name())
                .put("legalBasis", about.legalBasis())
                .put("purpose", about.purpose())
                .put("language", about.language())
                .put("addressedRole", about.addressedRole())
                .put("subject", about.subject());
        for (var part : CountryRole.Part.values()) {
            form.put(
                    "country" + part.name(),
                    about.countryRoles().stream()
                            .filter(role -> role.part() == part)
                            .map(CountryRole::country)
                            .toList());
        }
        var deadline = about.deadline();
        if (deadline != null && deadline.isAfter(now)) {
            form.moment("deadline", deadline);
        }
        var retention = about.retention();
        if (retention != null) {
            form.put("retention", retention.category()).put("retainUntil", retention.until());
        }
    }

    private static About.@Nullable Retention retention(Answers answers) {
        var category = answers.text("retention");
        var until = answers.date("retainUntil");
        if (category == null) {
            return until == null ? null : new About.Retention("UNTIL_DATE", until);
        }
        if (category.equals("UNTIL_DATE")) {
            answers.required("retainUntil");
        }
        return new About.Retention(category, until);
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
                tlp(answers, usual.tlp()),
                answers.choice("pap", Pap.class, usual.pap()),
                evaluation(answers),
                caveats(answers));
    }

    private static Tlp tlp(Answers answers, Tlp usual) {
        var code = answers.text("tlp");
        if (code == null) {
            return usual;
        }
        return Arrays.stream(Tlp.values())
                .filter(tlp -> tlp.code().equals(code))
                .findFirst()
                .orElseGet(() -> answers.misfit("tlp", Misfit.Kind.NOT_A_CODE, usual));
    }

    private static @Nullable Evaluation evaluation(Answers answers) {
        var source = answers.text("source");
        var accuracy = answers.text("accuracy");
        if (source == null || accuracy == null) {
            return null;
        }
        if (!accuracy.matches("[1-4]")) {
            return answers.<@Nullable Evaluation>misfit("accuracy", Misfit.Kind.NOT_A_CODE, null);
        }
        return new Evaluation(
                answers.choice("source", Evaluation.Source.class, Evaluation.Source.X), Integer.parseInt(accuracy));
    }

    /// Nothing that protects a person is left out in silence: what cannot be read stands in the way of sending.
    private static List<Caveat> caveats(Answers answers) {
        var caveats = new ArrayList<Caveat>();
        for (var code : answers.all("caveat")) {
            switch (code) {
                // These two say nothing without what is asked for beside them.
                case "EXCLUDE" -> answers.required("exclude");
                case "DESTROY_AFTER" -> answers.required("destroyAfter");
                default -> caveat(code, answers).ifPresent(caveats::add);
            }
        }
        for (var excluded : answers.all("exclude")) {
            if (excluded.matches("[A-Z]{2}(:[A-Z_]{1,32})?")) {
                caveats.add(Caveat.exclude(excluded));
            } else {
                answers.misfit("exclude", Misfit.Kind.NOT_AN_AUTHORITY, excluded);
            }
        }
        var destroyAfter = answers.date("destroyAfter");
        if (destroyAfter != null) {
            caveats.add(Caveat.destroyAfter(destroyAfter));
        }
        return caveats;
    }

    private static Optional<Caveat> caveat(String code, Answers answers) {
        try {
            return Optional.of(new Caveat(code, null));
        } catch (IllegalArgumentException e) {
            answers.misfit("caveat", Misfit.Kind.NOT_A_CODE, code);
            return Optional.empty();
        }
    }

    private static List<CountryRole> countries(Answers answers) {
        var roles = new ArrayList<CountryRole>();
        for (var part : CountryRole.Part.values()) {
            answers.all("country" + part.name()).forEach(code -> roles.add(new CountryRole(code, part)));
        }
        return roles;
    }
}
