package org.enlace.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.lang.ArchRule;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.enlace.node.access.Access;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// What only certain packages may know.
final class Rules {
    private Rules() {}

    static List<ArchRule> all() {
        return List.of(
                onlyTheExchangeKnowsKafka(),
                onlyKeysKnowPrivateKeys(),
                onlyControllersMapRequests(),
                handlersSayWhichActTheyAre(),
                nothingIsInjectedIntoFields(),
                theClockIsInjected());
    }

    private static ArchRule onlyTheExchangeKnowsKafka() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..node.exchange..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .as("Only the exchange knows Kafka");
    }

    private static ArchRule onlyKeysKnowPrivateKeys() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..node.keys..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(PrivateKey.class)
                .as("Only the module keys knows private keys");
    }

    private static ArchRule onlyControllersMapRequests() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("..node.web..", "..node.access..")
                .and()
                .areNotMetaAnnotatedWith(Controller.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.web.bind.annotation..")
                .as("Only controllers map requests");
    }

    private static ArchRule handlersSayWhichActTheyAre() {
        return methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .should()
                .beAnnotatedWith(Access.class)
                .as("Every handler says which act it is");
    }

    private static ArchRule nothingIsInjectedIntoFields() {
        return noFields().should().beAnnotatedWith(Autowired.class).as("Nothing is injected into fields");
    }

    private static ArchRule theClockIsInjected() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.enlace.node.ContactNode")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .as("Time comes from the injected clock");
    }
}
