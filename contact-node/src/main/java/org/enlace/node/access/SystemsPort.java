package org.enlace.node.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.enlace.directory.PrivateFiles;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// A port of its own for systems, where TLS 1.3 asks for a certificate, so that no browser at the console is ever asked
/// for one. Nothing but the API answers there.
@Component
public final class SystemsPort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final String HERE = SystemsPort.class.getName();
    private static final int BYTES_MAX = 256 * 1024;
    private static final int HEADERS_MAX = 8 * 1024;

    private final ApiSettings settings;

    SystemsPort(ApiSettings settings) {
        this.settings = settings;
    }

    /// Whether a request came in at this port; nothing that it brings can say so.
    public static boolean isOf(ServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(HERE));
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        var port = settings.port();
        if (port == null) {
            return;
        }
        var connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
        connector.setPort(port);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setThrowOnFailure(true);
        connector.setMaxPostSize(BYTES_MAX);
        connector.setProperty("address", settings.address());
        connector.setProperty("useVirtualThreads", "true");
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
            protocol.setMaxHttpRequestHeaderSize(HEADERS_MAX);
            protocol.setMaxSwallowSize(BYTES_MAX);
            protocol.setSSLEnabled(true);
        }
        connector.addSslHostConfig(tls(checked(Objects.requireNonNull(settings.identity()))));
        factory.addAdditionalConnectors(connector);
        factory.addEngineValves(new Mark(connector));
    }

    private static Path checked(Path identity) {
        if (!Files.isReadable(identity)) {
            throw new IllegalStateException(
                    "enlace.api.identity: the file with the TLS key and certificate cannot be read");
        }
        if (!PrivateFiles.isPrivate(identity)) {
            throw new IllegalStateException("enlace.api.identity: others may use this file;"
                    + " set its permissions to 600 for the account of the node");
        }
        return identity;
    }

    private static SSLHostConfig tls(Path identity) {
        var file = identity.toAbsolutePath().toString();
        var tls = new SSLHostConfig();
        tls.setProtocols("TLSv1.3");
        tls.setCertificateVerification("required");
        tls.setTrustManagerClassName(AnyCertificate.class.getName());
        var certificate = new SSLHostConfigCertificate(tls, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateFile(file);
        certificate.setCertificateKeyFile(file);
        tls.addCertificate(certificate);
        return tls;
    }

    /// Two ports may have the same number on different addresses: only the connector itself tells them apart.
    private static final class Mark extends ValveBase {
        private final Connector systems;

        Mark(Connector systems) {
            super(true);
            this.systems = systems;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (systems.equals(request.getConnector())) {
                request.setAttribute(HERE, true);
            }
            getNext().invoke(request, response);
        }
    }
}
