package org.enlace.node;

import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// Console and API speak TLS 1.3 and nothing else. The health port, which only this machine reaches, stays plain.
@Component
class ConsoleTls implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {
    private final NodeSettings settings;

    ConsoleTls(NodeSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        String identity = settings.console().identity().toAbsolutePath().toUri().toString();
        Ssl tls = new Ssl();
        tls.setCertificate(identity);
        tls.setCertificatePrivateKey(identity);
        tls.setEnabledProtocols(new String[] {"TLSv1.3"});
        factory.setSsl(tls);
    }
}
