package org.enlace.node.inspection;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The scanner that was named, or none.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScannerSettings.class)
class ScannerSetup {

    @Bean
    Scanner scanner(ScannerSettings settings) {
        String clamd = settings.clamd();
        return clamd == null ? _ -> Scanner.Finding.NOT_SCANNED : new Clamd(clamd, settings.answerMax());
    }
}
