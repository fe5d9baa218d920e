package org.enlace.node.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.enlace.message.CaseReference;
import org.enlace.node.access.Decision.Denied;
import org.enlace.node.access.Decision.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessRulesTest {
    private static final CaseReference CASE = new CaseReference("CO-2026-7K4M2Q");

    private final AccessRules rules = new AccessRules();

    @Test
    void whatNoRoleOfTheOfficerNamesIsDenied() {
        for (var role : Role.values()) {
            for (var action : EnumSet.complementOf(EnumSet.of(Action.ENTER))) {
                var decision = rules.decide(officer('a', role), action, Target.whole(), Purpose.INVESTIGATION);
                if (!role.permits(action)) {
                    assertThat(decision).as(role + " " + action).isEqualTo(new Denied(Reason.ROLE));
                }
            }
        }
    }

    @Test
    void aSystemDoesWhatItsRolesDoAndNothingThatNeedsAPerson() {
        for (var role : Role.values()) {
            for (var action : EnumSet.complementOf(EnumSet.of(Action.ENTER))) {
                var system = new Officer(id('b'), "system-AAAAAA", "system-AAAAAA", Set.of(role), null, true);
                var decision = rules.decide(system, action, Target.whole(), Purpose.INVESTIGATION);
                var person = rules.decide(officer('a', role), action, Target.whole(), Purpose.INVESTIGATION);
                var expected = person.allowed() && !rules.isOfSystems(action) ? new Denied(Reason.PERSON) : person;
                assertThat(decision).as(role + " " + action).isEqualTo(expected);
                assertThat(rules.mayOpen(system, action)).isEqualTo(decision.allowed());
            }
        }
        assertThat(EnumSet.allOf(Action.class).stream().filter(rules::isOfSystems))
                .doesNotContain(
                        Action.RELEASE,
                        Action.BREAK_GLASS,
                        Action.KEEP_OFFICERS,
                        Action.DECIDE_OFFICERS,
                        Action.READ_IDENTITY,
                        Action.ACKNOWLEDGE,
                        Action.EXPORT_CASE);
    }

    @Test
    void everyActIsOpenToSomeRoleAndNoRoleOpensAll() {
        for (var action : EnumSet.complementOf(EnumSet.of(Action.ENTER))) {
            assertThat(Role.values()).as(action.name()).anyMatch(role -> role.permits(action));
        }
        for (var role : Role.values()) {
            assertThat(Arrays.stream(Action.values()).filter(role::permits).count())
                    .isLessThan(Action.values().length - 1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUDITOR", "OPERATOR", "ANALYST"})
    void whoWatchesOrRunsTheNodeOrCountsNeverSeesAPerson(Role role) {
        for (var action : Set.of(Action.READ_IDENTITY, Action.READ_PROTECTION, Action.READ_POLICE)) {
            assertThat(rules.decide(officer('a', role), action, Target.whole(), Purpose.PROTECTION)
                            .allowed())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"ANALYSIS", "OVERSIGHT", "OPERATION"})
    void aPersonIsShownForInvestigationOrProtectionOnly(Purpose purpose) {
        assertThat(rules.decide(officer('a', Role.DUTY), Action.READ_IDENTITY, Target.whole(), purpose))
                .isEqualTo(new Denied(Reason.PURPOSE));
    }

    @Test
    void whatIsForProtectionOnlyIsClosedToInvestigators() {
        var restricted = new Target.OfCase(CASE, true);
        var open = new Target.OfCase(CASE, false);

        assertThat(rules.decide(officer('a', Role.INVESTIGATOR), Action.READ_CASES, restricted, Purpose.INVESTIGATION))
                .isEqualTo(new Denied(Reason.PROTECTION_ONLY));
        assertThat(rules.decide(officer('a', Role.INVESTIGATOR), Action.READ_CASES, open, Purpose.INVESTIGATION)
                        .allowed())
                .isTrue();
        assertThat(rules.decide(officer('a', Role.CONSULAR), Action.READ_CASES, restricted, Purpose.PROTECTION)
                        .allowed())
                .isTrue();
    }

    @Test
    void aSecondRoleOpensWhatItNamesAndNoMore() {
        var both = new Officer(id('a'), "officer-AAAAAA", "Ana", Set.of(Role.INVESTIGATOR, Role.AUDITOR), null);

        assertThat(rules.decide(both, Action.READ_AUDIT, Target.whole(), Purpose.OVERSIGHT)
                        .allowed())
                .isTrue();
        assertThat(rules.decide(both, Action.READ_CASES, new Target.OfCase(CASE, true), Purpose.INVESTIGATION)
                        .allowed())
                .isFalse();
    }

    @Test
    void aDraftIsItsWritersAlone() {
        var draft = new Target.OwnedBy(id('a'));

        assertThat(rules.decide(officer('a', Role.INVESTIGATOR), Action.WRITE_ALERT, draft, Purpose.INVESTIGATION)
                        .allowed())
                .isTrue();
        assertThat(rules.decide(officer('b', Role.INVESTIGATOR), Action.WRITE_ALERT, draft, Purpose.INVESTIGATION))
                .isEqualTo(new Denied(Reason.NOT_THE_OWNER));
    }

    @Test
    void anOfficerPrintsNoName() {
        assertThat(officer('a', Role.DUTY)).hasToString("officer-AAAAAA");
    }

    private static Officer officer(char id, Role role) {
        return new Officer(id(id), "officer-AAAAAA", "Ana Lucía Ramírez Ortega", Set.of(role), null);
    }

    private static OfficerId id(char digit) {
        return new OfficerId(String.valueOf(digit).repeat(32));
    }
}
