package org.enlace.node;

import java.security.SecureRandom;
import java.time.Clock;
import org.enlace.code.CodeLists;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/// Starts a contact node.
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(NodeSettings.class)
public class ContactNode {

    public static void main(String[] args) {
        SpringApplication.run(ContactNode.class, args);
    }

    /// The only clock of the node.
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    CodeLists codeLists() {
        return CodeLists.standard();
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }
}
