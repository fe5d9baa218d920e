package org.enlace.arch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.enlace.arch.broken.lifecycle.Fixtures;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What decides must decide the same again: time, ids and threads are given to it, never taken.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PurityTest {
    private static final String[] PURE = {
        "..lifecycle..", "..stream..", "..envelope..", "..directory..", "..attachment..", "..matching.."
    };
    private static final Set<String> CLOCKS = Set.of("currentTimeMillis", "nanoTime");

    private static final ArchRule NO_CLOCK = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .accessTargetWhere(DescribedPredicate.describe("reads a clock that was not given", PurityTest::readsAClock))
            .because("time is given, so that a decision can be taken again");
    private static final ArchRule NO_IDS = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethod(UUID.class, "randomUUID")
            .because("ids come from a generator that is given");
    private static final ArchRule NO_THREADS = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat(assignableTo(Thread.class)
                    .or(assignableTo(Executor.class))
                    .or(assignableTo(Executors.class))
                    .or(assignableTo(CompletableFuture.class))
                    .or(assignableTo(Timer.class)))
            .because("whoever calls decides where it runs");

    private final JavaClasses ours = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.enlace");

    record Case(String name, ArchRule rule, Class<?> breaks) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("clock", NO_CLOCK, Fixtures.READS_THE_CLOCK),
                new Case("system clock", NO_CLOCK, Fixtures.READS_THE_SYSTEM_CLOCK),
                new Case("ids", NO_IDS, Fixtures.MAKES_AN_ID),
                new Case("threads", NO_THREADS, Fixtures.STARTS_A_THREAD),
                new Case("executors", NO_THREADS, Fixtures.USES_AN_EXECUTOR));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatDecidesIsGivenTimeIdsAndThreads(Case each) {
        assertThat(ours.that(resideInAPackage("org.enlace.lifecycle"))).isNotEmpty();
        assertThat(each.rule.evaluate(ours).getFailureReport().getDetails()).isEqualTo(List.of());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theRuleFailsOnWhatBreaksIt(Case each) {
        JavaClasses broken = new ClassFileImporter().importClasses(each.breaks);

        assertThat(each.rule.evaluate(broken).hasViolation()).isTrue();
    }

    private static boolean readsAClock(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String method = access.getTarget().getName();
        boolean now = owner.getPackageName().equals("java.time")
                && method.equals("now")
                && access.getTarget().getFullName().endsWith("now()");
        boolean system = owner.isEquivalentTo(System.class) && CLOCKS.contains(method);
        boolean ownClock = owner.isEquivalentTo(Clock.class) && method.startsWith("system");
        return now || system || ownClock;
    }
}
