package org.enlace.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.code.CodeLists;
import org.enlace.database.H2;
import org.enlace.directory.Member;
import org.enlace.directory.PublishedCalendar;
import org.enlace.message.NodeId;
import org.enlace.node.Durability;
import org.enlace.node.NodeSettings;
import org.enlace.node.Turns;
import org.enlace.scratch.Scratch;
import org.enlace.trial.TopicNames;
import org.enlace.trial.TrialFolder;
import org.enlace.trial.TrialNetwork;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/// Panama's node as far as it needs to know its partners: Mexico, Costa Rica, Guatemala, and Colombia, which is
/// suspended. There is no broker.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(NodeSettings.class)
@ComponentScan({
    "org.enlace.node.access",
    "org.enlace.node.audit",
    "org.enlace.node.contacts",
    "org.enlace.node.directory",
    "org.enlace.node.exchange",
    "org.enlace.node.keys",
    "org.enlace.node.web"
})
@Import({Durability.class, Turns.class})
public class ContactsNode {
    static final NodeId PA = new NodeId("PA");
    private static final SettableClock CLOCK = new SettableClock();
    private static final List<NodeId> MEMBERS =
            Stream.of("PA", "CR", "MX", "GT", "CO").map(NodeId::new).toList();

    @Bean
    SettableClock clock() {
        return CLOCK;
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    CodeLists codeLists() {
        return CodeLists.standard();
    }

    static ConsoleUnderTest.Running start() {
        try {
            return start(H2.inMemory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConsoleUnderTest.Running start(String database) throws IOException {
        var folder = Scratch.folder("network");
        var network = TrialNetwork.create(MEMBERS, TopicNames.OPAQUE, new SecureRandom(), CLOCK)
                .suspending(new NodeId("CO"))
                .changing(new NodeId("MX"), ContactsNode::withDaysOff);
        var files = folder.resolve("files");
        new TrialFolder(network).write(files);
        return new ConsoleUnderTest.Running(new SpringApplication(ContactsNode.class)
                .run(arguments(files, folder.resolve(UUID.randomUUID() + ".p12"), network.genesisHash(), database)));
    }

    /// Does not work on the Sunday and Monday of the tests.
    private static Member withDaysOff(Member member) {
        var calendar = new PublishedCalendar(
                List.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
                Stream.of("2026-11-02", "2026-11-22", "2026-11-23", "2026-12-25")
                        .map(LocalDate::parse)
                        .toList());
        return member.with(member.contact().with(calendar));
    }

    private static String[] arguments(Path files, Path storage, String genesis, String database) {
        var own = files.resolve("PA");
        return Stream.of(
                        "server.port=0",
                        "server.tomcat.basedir=" + Scratch.folder("tomcat"),
                        "server.address=127.0.0.1",
                        "server.ssl.enabled=false",
                        "management.server.port=-1",
                        "logging.level.root=error",
                        "spring.datasource.url=" + database,
                        "enlace.node=PA",
                        "enlace.zone=America/Panama",
                        "enlace.training=true",
                        "enlace.second-factor=optional",
                        "enlace.api.passwords=allowed",
                        "enlace.users-file=" + Team.quick(),
                        "enlace.directory.folder=" + files.resolve("directory"),
                        "enlace.directory.genesis=" + genesis,
                        "enlace.keys.file=" + own.resolve("keys.p12"),
                        "enlace.keys.password-file=" + own.resolve("keys.password"),
                        "enlace.keys.storage-file=" + storage,
                        "enlace.broker.bootstrap=127.0.0.1:1",
                        "enlace.broker.identity=" + own.resolve("transport.pem"),
                        "enlace.broker.trust=" + files.resolve("ca.pem"),
                        "enlace.console.identity=" + own.resolve("console.pem"))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
    }
}
