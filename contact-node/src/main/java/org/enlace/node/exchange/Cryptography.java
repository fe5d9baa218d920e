package org.enlace.node.exchange;

import java.security.SecureRandom;
import org.enlace.envelope.Opener;
import org.enlace.envelope.Sealer;
import org.enlace.envelope.Suite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Sealer and opener of this node, with the fastest sound providers of this machine.
@Configuration(proxyBeanMethods = false)
class Cryptography {
    private static final Logger log = LoggerFactory.getLogger(Cryptography.class);

    @Bean
    Suite suite() {
        Suite suite = Suite.fastest();
        log.atInfo().addKeyValue("providers", suite.providers()).log("Providers of cryptography chosen");
        return suite;
    }

    @Bean
    Sealer sealer(Suite suite, SecureRandom random) {
        return new Sealer(suite, random);
    }

    @Bean
    Opener opener(Suite suite) {
        return new Opener(suite);
    }
}
