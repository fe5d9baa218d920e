package org.enlace.console;

import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/// The packages `web` and `access` of a node, on a free port.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({"org.enlace.node.web", "org.enlace.node.access"})
@Import(Probe.class)
public class ConsoleUnderTest {
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
        return on("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", more);
    }

    /// @param more further settings, `name=value`
    public static Running on(String database, String... more) {
        var application = new SpringApplication(ConsoleUnderTest.class);
        var always = new String[] {
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--server.ssl.enabled=false",
            "--management.server.port=-1",
            "--spring.datasource.url=" + database,
            "--enlace.node=PA",
            "--enlace.zone=America/Panama",
            "--enlace.training=true",
            "--enlace.users-file=" + Team.file(),
            "--logging.level.root=warn"
        };
        var arguments = new String[always.length + more.length];
        System.arraycopy(always, 0, arguments, 0, always.length);
        for (var i = 0; i < more.length; i++) {
            arguments[always.length + i] = "--" + more[i];
        }
        return new Running(application.run(arguments));
    }
}
