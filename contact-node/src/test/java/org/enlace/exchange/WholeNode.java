package org.enlace.exchange;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.enlace.code.CodeLists;
import org.enlace.console.Browser;
import org.enlace.console.Team;
import org.enlace.message.NodeId;
import org.enlace.node.NodeSettings;
import org.enlace.node.access.Role;
import org.enlace.scratch.Scratch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/// All packages of a node, pages and API among them, on the site's real broker and on a free port without TLS.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(NodeSettings.class)
@ComponentScan(
        basePackages = "org.enlace.node",
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.enlace\\.node\\.(ContactNode|ConsoleTls)"))
public class WholeNode {

    @Bean
    TestClock clock() {
        return new TestClock();
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    CodeLists codeLists() {
        return CodeLists.standard();
    }

    static Running start(Site site, NodeId code, String... database) {
        List<String> arguments = new ArrayList<>(ExchangeNode.arguments(
                code,
                site.files(),
                site.folder("storage"),
                site.network().genesisHash(),
                site.broker().bootstrap(),
                database));
        arguments.addAll(List.of(
                "--server.port=0",
                "--server.tomcat.basedir=" + Scratch.folder("tomcat"),
                "--server.address=127.0.0.1",
                "--management.server.port=-1",
                "--enlace.training=true",
                "--enlace.second-factor=optional",
                "--enlace.api.passwords=allowed",
                "--enlace.watch.cases-per-hour=1000",
                "--enlace.users-file=" + Team.quick()));
        return new Running(new SpringApplication(WholeNode.class).run(arguments.toArray(String[]::new)));
    }

    /// A running node, closed by the test.
    record Running(ConfigurableApplicationContext context) implements AutoCloseable {
        int port() {
            return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                    .getPort();
        }

        Browser browser(Role role) {
            return Browser.at(port()).signIn(role);
        }

        /// A program with the name and password of an officer.
        Browser program(Role role) {
            return Browser.at(port()).always("Authorization", Team.basic(role));
        }

        <T> T bean(Class<T> type) {
            return context.getBean(type);
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
