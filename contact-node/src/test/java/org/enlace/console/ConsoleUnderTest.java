package org.enlace.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.enlace.database.H2;
import org.enlace.node.keys.TestVault;
import org.enlace.scratch.Scratch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/// The packages `web`, `access`, `officers`, `systems` and `ministry` of a node, on a free port.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({
    "org.enlace.node.web",
    "org.enlace.node.access",
    "org.enlace.node.audit",
    "org.enlace.node.officers",
    "org.enlace.node.ministry",
    "org.enlace.node.systems"
})
@Import({Probe.class, TestVault.class})
public class ConsoleUnderTest {
    private static final List<String> SETTINGS = List.of(
            "server.port=0",
            "server.address=127.0.0.1",
            "server.ssl.enabled=false",
            "management.server.port=-1",
            "enlace.node=PA",
            "enlace.zone=America/Panama",
            "enlace.training=true",
            "enlace.second-factor=optional",
            "enlace.api.passwords=allowed",
            "enlace.languages=en,es,pt,fr",
            "logging.level.root=warn");

    @Bean
    SettableClock clock() {
        return new SettableClock();
    }

    /// A running console, closed by the test.
    public record Running(ConfigurableApplicationContext context) implements AutoCloseable {
        public int port() {
            return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                    .getPort();
        }

        public Browser browser() {
            return new Browser(port());
        }

        public SettableClock clock() {
            return context.getBean(SettableClock.class);
        }

        public <T> T bean(Class<T> type) {
            return context.getBean(type);
        }

        @Override
        public void close() {
            context.close();
        }
    }

    public static Running start(String... more) {
        return on(H2.inMemory(), more);
    }

    /// @param more further settings, `name=value`
    public static Running on(String database, String... more) {
        var application = new SpringApplication(ConsoleUnderTest.class);
        var settings = new LinkedHashMap<String, String>();
        for (var setting : SETTINGS) {
            put(settings, setting);
        }
        put(settings, "spring.datasource.url=" + database);
        put(settings, "server.tomcat.basedir=" + Scratch.folder("tomcat"));
        put(settings, "enlace.users-file=" + Team.quick());
        for (var setting : more) {
            put(settings, setting);
        }
        var arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new Running(application.run(arguments));
    }

    private static void put(Map<String, String> settings, String setting) {
        var middle = setting.indexOf('=');
        settings.put(setting.substring(0, middle), setting.substring(middle + 1));
    }
}
