package org.enlace.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import org.enlace.node.ContactNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    private static final String BROKEN = "org.enlace.architecture.brokenfixture";

    private final JavaClasses node = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.enlace.node");

    @Test
    void eachModuleUsesOnlyWhatItDeclares() {
        ApplicationModules.of(ContactNode.class).verify();
    }

    @Test
    void eachModuleDeclaresWhatItUses() {
        ApplicationModules modules = ApplicationModules.of(ContactNode.class);
        assertThat(modules.stream().count()).isGreaterThan(5);
        assertThat(undeclared(modules)).isEmpty();
    }

    @Test
    void aModuleThatUsesMoreThanItDeclaresIsFound() {
        ApplicationModules broken = broken();
        assertThatThrownBy(broken::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("strict")
                .hasMessageContaining("undeclared");
    }

    @Test
    void aModuleThatDeclaresNothingIsFound() {
        assertThat(undeclared(broken())).containsExactly(BROKEN + ".undeclared");
    }

    @ParameterizedTest
    @MethodSource("org.enlace.architecture.Rules#all")
    void theNodeKeepsTheRule(ArchRule rule) {
        assertThat(node.contain(ContactNode.class)).isTrue();
        rule.check(node);
    }

    @ParameterizedTest
    @MethodSource("org.enlace.architecture.Rules#all")
    void whatBreaksTheRuleIsFound(ArchRule rule) {
        JavaClasses broken = new ClassFileImporter().importPackages(BROKEN);
        assertThatThrownBy(() -> rule.check(broken))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Careless");
    }

    private static ApplicationModules broken() {
        return ApplicationModules.of(BROKEN, new ImportOption.OnlyIncludeTests());
    }

    private static List<String> undeclared(ApplicationModules modules) {
        return modules.stream()
                .filter(module -> module.getBasePackage()
                        .getAnnotation(ApplicationModule.class)
                        .filter(declared ->
                                !Arrays.asList(declared.allowedDependencies()).contains(ApplicationModule.OPEN_TOKEN))
                        .isEmpty())
                .map(module -> module.getBasePackage().getName())
                .toList();
    }
}
