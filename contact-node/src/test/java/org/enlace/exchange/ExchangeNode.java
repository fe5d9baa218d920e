package org.enlace.exchange;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.enlace.message.NodeId;
import org.enlace.node.Durability;
import org.enlace.node.NodeSettings;
import org.enlace.node.Turns;
import org.enlace.node.exchange.OutboundMessage;
import org.enlace.node.exchange.Outbox;
import org.enlace.node.exchange.Sent;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A node without pages: exchange, keys, directory and audit on a real database.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(NodeSettings.class)
@ComponentScan({
    "org.enlace.node.attachment",
    "org.enlace.node.exchange",
    "org.enlace.node.inspection",
    "org.enlace.node.keys",
    "org.enlace.node.directory",
    "org.enlace.node.audit"
})
@Import({Durability.class, Turns.class})
public class ExchangeNode {

    @Bean
    TestClock clock(@Value("${trial.ahead:PT0S}") Duration ahead) {
        return new TestClock(ahead);
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    Shown shown(JdbcTemplate database) {
        return new Shown(database);
    }

    /// Starts one; closed by the test.
    ///
    /// @param network folder of the trial network
    /// @param storage a folder of its own for the storage key
    static Running start(NodeId code, Path network, Path storage, String genesis, String broker, String... more) {
        SpringApplication application = new SpringApplication(ExchangeNode.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        return new Running(application.run(
                arguments(code, network, storage, genesis, broker, more).toArray(String[]::new)));
    }

    static List<String> arguments(
            NodeId code, Path network, Path storage, String genesis, String broker, String... more) {
        Path own = network.resolve(code.value());
        List<String> arguments = new ArrayList<>(List.of(
                "--enlace.node=" + code,
                "--enlace.zone=UTC",
                "--enlace.directory.folder=" + network.resolve("directory"),
                "--enlace.directory.genesis=" + genesis,
                "--enlace.keys.file=" + own.resolve("keys.p12"),
                "--enlace.keys.password-file=" + own.resolve("keys.password"),
                "--enlace.keys.storage-file=" + storage.resolve(code + "-storage.p12"),
                "--enlace.broker.bootstrap=" + broker,
                "--enlace.broker.identity=" + own.resolve("transport.pem"),
                "--enlace.broker.trust=" + network.resolve("ca.pem"),
                "--enlace.console.identity=" + own.resolve("console.pem"),
                "--logging.level.root=warn"));
        Arrays.stream(more).map(setting -> "--" + setting).forEach(arguments::add);
        return arguments;
    }

    /// A running node.
    record Running(ConfigurableApplicationContext context) implements AutoCloseable {

        <T> T bean(Class<T> type) {
            return context.getBean(type);
        }

        TestClock clock() {
            return (TestClock) context.getBean(Clock.class);
        }

        Shown shown() {
            return bean(Shown.class);
        }

        JdbcTemplate database() {
            return bean(JdbcTemplate.class);
        }

        /// Sends in a transaction, as a use case would.
        Sent send(OutboundMessage message) {
            return new TransactionTemplate(bean(PlatformTransactionManager.class))
                    .execute(_ -> bean(Outbox.class).send(message));
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
