package org.enlace.compose;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.enlace.code.CodeLists;
import org.enlace.console.Browser;
import org.enlace.console.SettableClock;
import org.enlace.console.Team;
import org.enlace.database.H2;
import org.enlace.directory.TopicSubject;
import org.enlace.envelope.Opened;
import org.enlace.envelope.Opening;
import org.enlace.envelope.Suite;
import org.enlace.envelope.Verified;
import org.enlace.message.About;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.node.NodeSettings;
import org.enlace.node.access.Role;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.exchange.Arrivals;
import org.enlace.node.exchange.Ticking;
import org.enlace.scratch.Scratch;
import org.enlace.trial.Partner;
import org.enlace.trial.TopicNames;
import org.enlace.trial.TrialFolder;
import org.enlace.trial.TrialNetwork;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// All packages of the node of Guatemala on a free port, without TLS, at a time that stands still.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(NodeSettings.class)
@ComponentScan(
        basePackages = "org.enlace.node",
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.enlace\\.node\\.(ContactNode|ConsoleTls)"))
public class DeskNode {
    static final NodeId GT = new NodeId("GT");
    private static final Path FILES = folder("network");
    private static final TrialNetwork NETWORK = network();

    @Bean
    SettableClock clock() {
        return new SettableClock();
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    CodeLists codeLists() {
        return CodeLists.standard();
    }

    private static TrialNetwork network() {
        var network = TrialNetwork.create(
                List.of(GT, new NodeId("MX"), new NodeId("SV"), new NodeId("BR")),
                TopicNames.OPAQUE,
                new SecureRandom(),
                new SettableClock());
        new TrialFolder(network).write(FILES);
        return network;
    }

    static Path folder(String name) {
        return Scratch.folder(name);
    }

    public static Running start(String... more) {
        return on(H2.inMemory(), more);
    }

    /// @param more further settings, `name=value`
    static Running on(String database, String... more) {
        return on(database, new Class<?>[0], more);
    }

    /// @param besides further beans
    static Running on(String database, Class<?>[] besides, String... more) {
        var own = FILES.resolve(GT.value());
        var settings = List.of(
                "server.port=0",
                "server.address=127.0.0.1",
                "server.tomcat.basedir=" + folder("tomcat"),
                "management.server.port=-1",
                "spring.datasource.url=" + database,
                "enlace.node=GT",
                "enlace.zone=America/Guatemala",
                "enlace.languages=en,es,pt,fr",
                "enlace.users-file=" + Team.quick(),
                "enlace.second-factor=optional",
                "enlace.api.passwords=allowed",
                "enlace.watch.cases-per-hour=1000",
                "enlace.directory.folder=" + FILES.resolve("directory"),
                "enlace.directory.genesis=" + NETWORK.genesisHash(),
                "enlace.keys.file=" + own.resolve("keys.p12"),
                "enlace.keys.password-file=" + own.resolve("keys.password"),
                "enlace.keys.storage-file=" + folder("storage").resolve("storage.p12"),
                // Nobody listens there.
                "enlace.broker.bootstrap=127.0.0.1:9",
                "enlace.broker.identity=" + own.resolve("transport.pem"),
                "enlace.broker.trust=" + FILES.resolve("ca.pem"),
                "enlace.console.identity=" + own.resolve("console.pem"),
                "logging.level.root=warn",
                "logging.level.org.apache.kafka=off");
        var sources =
                Stream.concat(Stream.of(DeskNode.class), Arrays.stream(besides)).toArray(Class<?>[]::new);
        // The last one of a name counts.
        var named = new LinkedHashMap<String, String>();
        Stream.concat(settings.stream(), Arrays.stream(more))
                .forEach(setting -> named.put(setting.substring(0, setting.indexOf('=')), setting));
        var arguments = named.values().stream().map(setting -> "--" + setting).toArray(String[]::new);
        return new Running(new SpringApplication(sources).run(arguments));
    }

    /// A running node, closed by the test.
    ///
    /// @param partners whose keys were read before
    public record Running(ConfigurableApplicationContext context, Map<NodeId, Partner> partners)
            implements AutoCloseable {
        Running(ConfigurableApplicationContext context) {
            this(context, new ConcurrentHashMap<>());
        }

        public int port() {
            return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                    .getPort();
        }

        public Browser browser(Role role) {
            return new Browser(port()).signIn(role);
        }

        /// A program with the name and password of an officer.
        public Browser program(Role role) {
            var pair = Team.name(role) + ":" + Team.PASSWORD;
            return new Browser(port())
                    .always(
                            "Authorization",
                            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }

        /// Does what is due by the clock, as the node does by itself every few seconds.
        public void tick() {
            context.getBeanProvider(Ticking.class).forEach(one -> one.tick(clock().instant()));
        }

        public <T> T bean(Class<T> type) {
            return context.getBean(type);
        }

        public SettableClock clock() {
            return (SettableClock) context.getBean(Clock.class);
        }

        public int count(String table) {
            return bean(JdbcClient.class)
                    .sql("select count(*) from " + table)
                    .query(Integer.class)
                    .single();
        }

        /// A message from a partner, sealed with its keys, opened with ours and handed over as the exchange does.
        ///
        /// @return the id under which this node has it
        MessageId arrives(NodeId from, Message message, About about) {
            var partner = partner(from);
            var sealed = partner.seal(message, about, new TreeSet<>(List.of(GT)));
            return taken(partner(GT).open(sealed.envelope(), partner.topic(message)));
        }

        private MessageId taken(Opening opening) {
            if (!(opening instanceof Opened(var opened))) {
                throw new IllegalStateException("The envelope was refused");
            }
            new TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult(_ -> {
                for (var name : context.getBeanNamesForType(Arrivals.class)) {
                    handOver((Arrivals<?>) context.getBean(name), opened);
                }
            });
            return opened.header().msgId();
        }

        /// The same for others too, on the topic of this subject: some kinds follow the message that they are about.
        MessageId arrives(NodeId from, Message message, About about, TopicSubject subject, NodeId... others) {
            var partner = partner(from);
            var topic = bean(CurrentDirectory.class)
                    .current()
                    .member(from)
                    .orElseThrow()
                    .topics()
                    .get(subject);
            var recipients = new TreeSet<>(List.of(others));
            recipients.add(GT);
            var sealed = partner.follow(Objects.requireNonNull(topic), message, about, recipients);
            return taken(partner(GT).open(sealed.envelope(), topic));
        }

        private <M extends Message> void handOver(Arrivals<M> arrival, Verified<Message> message) {
            message.as(arrival.kind()).ifPresent(kind -> arrival.arrived(kind, clock().instant()));
        }

        /// What a partner reads of a message of ours.
        Verified<Message> readBy(NodeId reader, String message) {
            var opening = bean(JdbcClient.class)
                    .sql("select envelope, topic from outbox where msg_id = ?")
                    .param(UUID.fromString(message))
                    .query((row, _) -> partner(reader).open(row.getBytes("envelope"), row.getString("topic")))
                    .single();
            if (opening instanceof Opened(var opened)) {
                return opened;
            }
            throw new IllegalStateException("The envelope was refused: " + opening);
        }

        private Partner partner(NodeId code) {
            return partners.computeIfAbsent(
                            code, one -> Partner.of(one, FILES, Suite.fastest(), new SecureRandom(), clock()))
                    .startedAnew();
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
