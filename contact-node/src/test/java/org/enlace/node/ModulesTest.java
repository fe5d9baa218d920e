package org.enlace.node;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.kafka.common.TopicPartition;
import org.enlace.node.access.Access;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// How the packages of the node may lean on each other, with an offender beside each rule.
class ModulesTest {
    private static final JavaClasses NODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.enlace.node");

    private static final ArchRule HANDLERS_SAY_WHICH_ACT_THEY_ARE =
            methods().that().areMetaAnnotatedWith(RequestMapping.class).should().beAnnotatedWith(Access.class);
    private static final ArchRule ONLY_THE_EXCHANGE_KNOWS_KAFKA = noClasses()
            .that(resideInAPackage("org.enlace.node..").and(not(resideInAPackage("org.enlace.node.exchange.."))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(ContactNode.class).verify();
    }

    @Test
    void everyModuleDeclaresWhatItMayUse() {
        for (var module : ApplicationModules.of(ContactNode.class)) {
            var declared = module.getBasePackage().getAnnotation(ApplicationModule.class);
            assertThat(declared)
                    .as(module.getDisplayName())
                    .hasValueSatisfying(annotation ->
                            assertThat(annotation.allowedDependencies()).doesNotContain(ApplicationModule.OPEN_TOKEN));
        }
    }

    @Test
    void everyHandlerSaysWhichActItIs() {
        HANDLERS_SAY_WHICH_ACT_THEY_ARE.check(NODE);
        assertThatThrownBy(() ->
                        HANDLERS_SAY_WHICH_ACT_THEY_ARE.check(new ClassFileImporter().importClasses(Offender.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("forgotten");
    }

    @Test
    void onlyTheExchangeKnowsKafka() {
        ONLY_THE_EXCHANGE_KNOWS_KAFKA.check(NODE);
        assertThatThrownBy(() ->
                        ONLY_THE_EXCHANGE_KNOWS_KAFKA.check(new ClassFileImporter().importClasses(Offender.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("kafka");
    }

    /// Breaks each rule.
    static class Offender {
        @GetMapping("/forgotten")
        TopicPartition forgotten() {
            return new TopicPartition("topic", 0);
        }
    }
}
