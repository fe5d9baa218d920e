package org.enlace.node.victim;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.ChildInvolved;
import org.enlace.message.Message;
import org.enlace.message.VictimAssistanceRequest.ContactOverride;
import org.enlace.message.VictimAssistanceRequest.Need;
import org.enlace.message.VictimMessage;
import org.enlace.node.drafts.Answers;
import org.enlace.person.Answer;
import org.enlace.person.ConsentAnswer;
import org.enlace.person.ConsentRecord;
import org.enlace.person.Identity;
import org.enlace.person.LanguageNeed;
import org.enlace.person.Majority;
import org.enlace.person.PersonBlock;
import org.enlace.person.RiskBlock;
import org.enlace.person.RiskLevel;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes the parts that all messages about a victim share of what was typed.
@Component
final class VictimReading {
    /// Under which a draft holds the names that person, consent and dependants have in the case; no form changes them.
    static final String PERSON_REF = "personRef";
    static final String CONSENT_REF = "consentRef";
    static final String REF = "ref";

    private final SecureRandom random;
    private final Clock clock;

    VictimReading(SecureRandom random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /// What the content says about children. A person whose age is in doubt is treated as a child. (Council of Europe
    /// Convention Art. 10(3).)
    static ChildInvolved childIn(Message message) {
        if (!(message instanceof VictimMessage victim) || victim.protection() == null) {
            return ChildInvolved.NO;
        }
        return switch (victim.protection().person().majority()) {
            case MINOR -> ChildInvolved.YES;
            case DISPUTED -> ChildInvolved.SUSPECTED;
            case ADULT -> ChildInvolved.NO;
        };
    }

    /// Without an answer the age is in doubt.
    static Majority unanswered() {
        return Majority.DISPUTED;
    }

    static List<Need> needs(Answers answers) {
        return answers.each("need").stream()
                .map(need -> new Need(need.required("service"), need.choice("urgency", Urgency.class, Urgency.NORMAL)))
                .toList();
    }

    static LanguageNeed language(Answers answers) {
        var spoken = new ArrayList<LanguageNeed.Spoken>();
        spoken.add(new LanguageNeed.Spoken(
                answers.required("personLanguage"), answers.text("languageLevel"), answers.ticked("spokenOnly")));
        var other = answers.text("otherLanguage");
        if (other != null) {
            spoken.add(new LanguageNeed.Spoken(other, null, false));
        }
        return new LanguageNeed(
                spoken, answers.choice("interpreter", Answer.class, Answer.UNKNOWN), answers.text("interpreterGender"));
    }

    PersonBlock person(Answers answers) {
        var citizenship = answers.all("citizenship");
        var disability = answers.all("disability");
        return new PersonBlock(
                named(answers, PERSON_REF),
                answers.required("ageBand"),
                answers.choice("majority", Majority.class, unanswered()),
                answers.withheld("gender"),
                citizenship.isEmpty() ? null : Sensitive.of(citizenship),
                answers.withheld("protectionStatus"),
                answers.required("traffickingStatus"),
                answers.text("decidedBy"),
                dependants(answers),
                answers.withheld("guardian"),
                disability.isEmpty() ? null : Sensitive.of(disability),
                answers.choice("healthUrgent", Answer.class, Answer.UNKNOWN),
                statement(answers));
    }

    private List<PersonBlock.Dependant> dependants(Answers answers) {
        return answers.each("dependant").stream()
                .map(one -> new PersonBlock.Dependant(named(one, REF), Sensitive.of(one.required("relation"))))
                .toList();
    }

    private static PersonBlock.@Nullable ExistingStatement statement(Answers answers) {
        var authority = answers.text("statementAuthority");
        var date = answers.date("statementDate");
        return authority == null || date == null
                ? null
                : new PersonBlock.ExistingStatement(authority, date, answers.required("statementLanguage"));
    }

    @Nullable
    ConsentRecord consent(Answers answers) {
        var given = new LinkedHashMap<String, ConsentAnswer>();
        for (var purpose : VictimCards.CONSENT_PURPOSES) {
            if (answers.text("consent." + purpose) != null) {
                given.put(purpose, answers.choice("consent." + purpose, ConsentAnswer.class, ConsentAnswer.NOT_ASKED));
            }
        }
        var basis = answers.text("consentBasis");
        if (given.isEmpty() && basis == null) {
            return null;
        }
        return new ConsentRecord(
                named(answers, CONSENT_REF),
                answers.text("whoConsented"),
                answers.date("consentDate"),
                answers.text("consentLanguage"),
                answers.ticked("consentInterpreter"),
                given,
                answers.each("withheld").stream()
                        .map(one ->
                                new ConsentRecord.Withheld(Sensitive.of(one.required("from")), one.required("reason")))
                        .toList(),
                told(answers),
                basis,
                answers.text("consentOverride"));
    }

    private static ConsentRecord.Told told(Answers answers) {
        return new ConsentRecord.Told(
                answers.ticked("told.interview"),
                answers.ticked("told.purpose"),
                answers.ticked("told.use"),
                answers.ticked("told.research"),
                answers.ticked("told.own"),
                answers.ticked("told.storage"),
                answers.ticked("told.withdrawal"));
    }

    RiskBlock risk(Answers answers) {
        var on = answers.date("riskDate");
        return new RiskBlock(
                assessment(answers, "immediateDanger", on),
                answers.all("fromWhom"),
                assessment(answers, "retaliationRisk", on),
                assessment(answers, "testimonyRisk", on),
                assessment(answers, "returnRisk", on),
                answers.withheld("safeContact"),
                answers.withheld("unsafeHours"));
    }

    private RiskBlock.@Nullable Assessment assessment(Answers answers, String name, @Nullable LocalDate on) {
        if (answers.text(name) == null) {
            return null;
        }
        var level = answers.choice(name, RiskLevel.class, RiskLevel.NOT_ASSESSED);
        var day = on == null ? LocalDate.now(clock.withZone(ZoneOffset.UTC)) : on;
        var role = Objects.requireNonNullElse(answers.text("assessorRole"), "CASE_WORKER");
        return new RiskBlock.Assessment(level, day, role, answers.ticked("bothSides"));
    }

    static @Nullable ContactOverride contactOverride(Answers answers) {
        var basis = answers.text("consulateBasis");
        return basis == null ? null : new ContactOverride(basis, answers.required("consulateReason"));
    }

    static @Nullable Identity identity(Answers answers) {
        var birth = answers.partialDate("birth");
        var number = answers.withheld("documentNumber");
        var documents = number == null
                ? List.<Identity.Document>of()
                : List.of(new Identity.Document(answers.required("document"), answers.text("documentCountry"), number));
        var family = answers.withheld("family");
        var given = answers.withheld("given");
        return family == null && given == null && birth == null && documents.isEmpty()
                ? null
                : new Identity(family, given, birth == null ? null : Sensitive.of(birth), documents);
    }

    /// As before, or by a new name.
    private String named(Answers answers, String field) {
        return Objects.requireNonNullElseGet(answers.text(field), this::reference);
    }

    private String reference() {
        var bytes = new byte[6];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
