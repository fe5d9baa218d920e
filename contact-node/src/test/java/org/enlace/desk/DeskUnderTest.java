package org.enlace.desk;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.enlace.code.CodeLists;
import org.enlace.console.Browser;
import org.enlace.console.SettableClock;
import org.enlace.console.Team;
import org.enlace.database.H2;
import org.enlace.directory.DirectoryProposal;
import org.enlace.directory.DirectorySigner;
import org.enlace.directory.Fingerprint;
import org.enlace.directory.Member;
import org.enlace.directory.MemberStatus;
import org.enlace.directory.PublishedCalendar;
import org.enlace.directory.SignedDirectory;
import org.enlace.envelope.Opened;
import org.enlace.envelope.Opening;
import org.enlace.envelope.Suite;
import org.enlace.envelope.Verified;
import org.enlace.message.About;
import org.enlace.message.Compartment;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.message.Status;
import org.enlace.node.Durability;
import org.enlace.node.NodeSettings;
import org.enlace.node.Turns;
import org.enlace.node.access.Role;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.directory.DirectoryUpdates;
import org.enlace.node.exchange.Arrivals;
import org.enlace.node.exchange.Ticking;
import org.enlace.node.exchange.UnknownMessage;
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
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The node of Panama, or of another member of its network, without a broker: what it sends stays in its outbox, where
/// a test opens it with the keys of the partner; what it receives is sealed by a partner and handed over as the
/// exchange does.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(NodeSettings.class)
@ComponentScan({
    "org.enlace.node.access",
    "org.enlace.node.attachment",
    "org.enlace.node.audit",
    "org.enlace.node.casefile",
    "org.enlace.node.contacts",
    "org.enlace.node.desk",
    "org.enlace.node.directory",
    "org.enlace.node.duty",
    "org.enlace.node.exchange",
    "org.enlace.node.files",
    "org.enlace.node.groups",
    "org.enlace.node.inspection",
    "org.enlace.node.keys",
    "org.enlace.node.notice",
    "org.enlace.node.paper",
    "org.enlace.node.recall",
    "org.enlace.node.routes",
    "org.enlace.node.search",
    "org.enlace.node.statistics",
    "org.enlace.node.watch",
    "org.enlace.node.webhooks",
    "org.enlace.node.web"
})
@Import({Durability.class, Turns.class})
public class DeskUnderTest {
    public static final NodeId PA = new NodeId("PA");
    public static final NodeId CO = new NodeId("CO");
    public static final NodeId MX = new NodeId("MX");

    @Bean
    SettableClock clock() {
        return new SettableClock();
    }

    @Bean
    CodeLists codeLists() {
        return CodeLists.standard();
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    /// A running node, closed by the test.
    public static final class Running implements AutoCloseable {
        private final ConfigurableApplicationContext context;
        private final Path network;
        private TrialNetwork trial;
        private final Suite suite = Suite.fastest();
        /// Reading a partner's keys takes longer than most tests: they are read once for each version of the directory.
        private final Map<String, Partner> partners = new ConcurrentHashMap<>();
        private final SecureRandom random = new SecureRandom();

        Running(ConfigurableApplicationContext context, Path network, TrialNetwork trial) {
            this.context = context;
            this.network = network;
            this.trial = trial;
        }

        public <T> T bean(Class<T> type) {
            return context.getBean(type);
        }

        public SettableClock clock() {
            return bean(SettableClock.class);
        }

        public JdbcClient database() {
            return bean(JdbcClient.class);
        }

        /// Does what is due by the clock, as the node does by itself every few seconds.
        public void tick() {
            context.getBeanProvider(Ticking.class).forEach(one -> one.tick(clock().instant()));
        }

        public int port() {
            return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                    .getPort();
        }

        public Browser browser() {
            return Browser.at(port());
        }

        /// A national case system that speaks for an officer of this role.
        public Browser api(Role role) {
            var credentials = Team.name(role) + ":" + Team.PASSWORD;
            return browser()
                    .always(
                            "Authorization",
                            "Basic "
                                    + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }

        public TransactionTemplate transaction() {
            return new TransactionTemplate(bean(PlatformTransactionManager.class));
        }

        public Partner partner(NodeId code) {
            return partners.computeIfAbsent(
                            code + " " + versions(), _ -> Partner.of(code, network, suite, random, clock()))
                    .startedAnew();
        }

        private int versions() {
            return Objects.requireNonNull(network.resolve("directory").toFile().list()).length;
        }

        /// A message from a partner, sealed by its keys, opened by ours, in one transaction as the exchange has it.
        ///
        /// @return the id by which this node knows it
        public MessageId arrives(NodeId from, Message message, About about) {
            var verified = verified(from, message, about);
            transaction().executeWithoutResult(_ -> handOver(verified));
            return known(verified).orElse(verified.header().msgId());
        }

        /// The id by which the sender of a received message knows it.
        public MessageId given(MessageId received) {
            return database()
                    .sql("select given_id from case_message where id = ?")
                    .param(received.value())
                    .query((row, _) -> new MessageId(row.getObject(1, UUID.class)))
                    .single();
        }

        /// A message under an id of its sender's choice.
        public Verified<Message> verified(MessageId id, NodeId from, Message message, About about) {
            var partner = partner(from);
            var header = partner.header(message, about, new TreeSet<>(List.of(PA)));
            var chosen = Headers.under(header, id);
            var sealed = partner.sealed(chosen, message);
            return opened(partner(PA).open(sealed.envelope(), partner.topic(message)));
        }

        /// A record of a partner, as the receiver takes it from the broker.
        public void taken(Partner from, Message message, About about) {
            var record = from.seal(message, about, new TreeSet<>(List.of(PA))).envelope();
            var digest = Fingerprint.of(record);
            var now = clock().instant().atOffset(ZoneOffset.UTC);
            database()
                    .sql("""
                            insert into inbox (sender, topic, record_offset, digest, record_digest, record_size,
                                received_at, state, attempts, not_before, accounted, raw)
                            values (?, ?, 0, ?, ?, ?, ?, 'NEW', 0, ?, false, ?)""")
                    .params(from.code().value(), from.topic(message), digest, digest, record.length, now, now, record)
                    .update();
        }

        /// The officers suspend a member; the node learns it at once.
        public void suspend(NodeId member) {
            listed(trial.suspending(member));
        }

        /// They take it back.
        public void readmit(NodeId member) {
            listed(trial.changing(
                    member,
                    before -> new Member(
                            before.code(),
                            MemberStatus.ACTIVE,
                            before.suite(),
                            before.sig(),
                            before.enc(),
                            before.kafkaPrincipal(),
                            before.topics(),
                            before.partners(),
                            before.contact())));
        }

        /// The officers publish the calendar of a member; this node and those beside it learn it at once.
        public void publishes(NodeId member, PublishedCalendar calendar, Running... besides) {
            var version = written(trial.changing(
                    member, before -> before.with(before.contact().with(calendar))));
            for (var one :
                    Stream.concat(Stream.of(this), Arrays.stream(besides)).toList()) {
                one.trial = trial;
                one.bean(DirectoryUpdates.class).offer(List.of(version.bytes()));
            }
        }

        private SignedDirectory written(TrialNetwork next) {
            trial = next;
            var version = trial.directories().current();
            lies(version.version(), version.bytes());
            return version;
        }

        /// As many officers as it takes sign what was proposed; the nodes learn it from their folder.
        public void sign(byte[] proposal) {
            var signer = new DirectorySigner(random);
            var current = bean(CurrentDirectory.class).trusted().current();
            var signed = DirectoryProposal.read(current, proposal);
            for (var officer : trial.officers()) {
                if (signed.missing() > 0) {
                    signed = signed.signedBy(officer.keys(), signer, clock().instant());
                }
            }
            lies(signed.content().version(), signed.bytes());
            becomes(signed.content().version());
        }

        /// Waits until the node trusts this version.
        public void becomes(int version) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> bean(CurrentDirectory.class).current().version() == version);
        }

        private void lies(int version, byte[] bytes) {
            try {
                Files.write(network.resolve("directory").resolve(version + ".der"), bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void listed(TrialNetwork next) {
            bean(DirectoryUpdates.class).offer(List.of(written(next).bytes()));
        }

        private Optional<MessageId> known(Verified<Message> received) {
            return database()
                    .sql("select id from case_message where partner = ? and given_id = ?")
                    .params(received.sender().value(), received.header().msgId().value())
                    .query((row, _) -> new MessageId(row.getObject("id", UUID.class)))
                    .optional();
        }

        public Verified<Message> verified(NodeId from, Message message, About about) {
            var partner = partner(from);
            var sealed = partner.seal(message, about, new TreeSet<>(List.of(PA)));
            return opened(partner(PA).open(sealed.envelope(), partner.topic(message)));
        }

        /// A message whose parts hold what a partner with another version writes.
        ///
        /// @return the id by which this node knows it
        public MessageId arrives(NodeId from, Message message, About about, Map<Compartment, byte[]> parts) {
            var partner = partner(from);
            var sealed = partner.sealed(partner.header(message, about, new TreeSet<>(List.of(PA))), parts);
            var verified = opened(partner(PA).open(sealed.envelope(), partner.topic(message)));
            transaction().executeWithoutResult(_ -> handOver(verified));
            return verified.header().msgId();
        }

        public void handOver(Verified<Message> message) {
            for (var name : context.getBeanNamesForType(Arrivals.class)) {
                handOver((Arrivals<?>) context.getBean(name), message);
            }
        }

        private <M extends Message> void handOver(Arrivals<M> arrival, Verified<Message> message) {
            message.as(arrival.kind()).ifPresent(kind -> arrival.arrived(kind, clock().instant()));
        }

        /// Another node of the same network.
        public Running beside(NodeId code) {
            return new Running(run(code, network, trial, onNewH2()), network, trial);
        }

        /// Everything that we have sent to another node since it last was given it, in its order and one transaction
        /// each, as its exchange would take it in. Receipts are left out: no machine here waits for them.
        public void reaches(Running other, NodeId code, AtomicLong given) {
            var reader = other.partner(code);
            database()
                    .sql(
                            "select id, envelope, topic from outbox where id > ? and message_type <> 'RECEIPT' order by id")
                    .param(given.get())
                    .query((row, _) -> {
                        given.set(row.getLong("id"));
                        return reader.open(row.getBytes("envelope"), row.getString("topic"));
                    })
                    .list()
                    .stream()
                    .filter(Opened.class::isInstance)
                    .map(Running::opened)
                    .forEach(other::takesIn);
        }

        /// What speaks of a message that is not here waits in quarantine. Tests let partners send that have
        /// no node, and by the clock a node says of itself what nobody did with that.
        private void takesIn(Verified<Message> message) {
            try {
                transaction().executeWithoutResult(_ -> handOver(message));
            } catch (UnknownMessage e) {
                if (!(message.message() instanceof Status status
                        && status.desk().equals("node"))) {
                    throw e;
                }
            }
        }

        /// A message of a kind that follows another, on the topic of the subject of that.
        public Verified<Message> following(NodeId from, MessageType parent, Message message, About about) {
            var partner = partner(from);
            var topic = Objects.requireNonNull(trial.directory()
                    .member(from)
                    .orElseThrow()
                    .topics()
                    .get(parent.subject().orElseThrow()));
            var sealed = partner.follow(topic, message, about, new TreeSet<>(List.of(PA)));
            return opened(partner(PA).open(sealed.envelope(), topic));
        }

        /// What the partner would read of us, oldest first.
        public List<Status> toldTo(NodeId partner) {
            return told(partner, Status.class);
        }

        /// Those of one kind.
        public <M extends Message> List<M> told(NodeId partner, Class<M> kind) {
            var reader = partner(partner);
            return database()
                    .sql("select envelope, topic from outbox where message_type <> 'RECEIPT' order by id")
                    .query((row, _) -> reader.open(row.getBytes("envelope"), row.getString("topic")))
                    .list()
                    .stream()
                    .filter(Opened.class::isInstance)
                    .map(opening -> opened(opening).message())
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList();
        }

        private static Verified<Message> opened(Opening opening) {
            if (opening instanceof Opened(var message)) {
                return message;
            }
            throw new IllegalStateException("The envelope was refused: " + opening);
        }

        /// Everything in the database as text, for looking after what must not be there.
        public String allRows() {
            var text = new StringBuilder();
            for (var table : database()
                    .sql("select table_name from information_schema.tables where lower(table_schema) = 'public'")
                    .query(String.class)
                    .list()) {
                database()
                        .sql("select * from \"" + table + "\"")
                        .query()
                        .listOfRows()
                        .forEach(row -> {
                            text.append(table);
                            row.values()
                                    .forEach(value -> text.append(' ')
                                            .append(
                                                    value instanceof byte[] bytes
                                                            ? new String(bytes, StandardCharsets.UTF_8)
                                                            : value));
                            text.append('\n');
                        });
            }
            return text.toString();
        }

        @Override
        public void close() {
            context.close();
        }
    }

    public static Running onH2() {
        return start(onNewH2());
    }

    /// @param more further settings, `name=value`
    public static Running start(String... more) {
        return start(_ -> List.of(more));
    }

    /// On H2.
    ///
    /// @param more further settings, for a folder of the network
    static Running onH2(Function<Path, List<String>> more) {
        return start(network -> {
            var all = new ArrayList<>(more.apply(network));
            all.add(onNewH2());
            return all;
        });
    }

    /// A network in which this member is the Secretariat.
    static Running withSecretariat(NodeId secretariat) {
        return start(Optional.of(secretariat), _ -> List.of(onNewH2()));
    }

    private static Running start(Function<Path, List<String>> more) {
        return start(Optional.empty(), more);
    }

    private static Running start(Optional<NodeId> secretariat, Function<Path, List<String>> more) {
        var folder = folder();
        var network = folder.resolve("network");
        var trial = TrialNetwork.create(
                List.of(PA, CO, MX), secretariat, TopicNames.OPAQUE, new SecureRandom(), new SettableClock());
        new TrialFolder(trial).write(network);
        return new Running(run(PA, network, trial, more.apply(network).toArray(String[]::new)), network, trial);
    }

    private static ConfigurableApplicationContext run(NodeId code, Path network, TrialNetwork trial, String... more) {
        var own = network.resolve(code.value());
        var settings = new ArrayList<>(List.of(
                "server.port=0",
                "server.tomcat.basedir=" + Scratch.folder("tomcat"),
                "server.address=127.0.0.1",
                "server.ssl.enabled=false",
                "management.server.port=-1",
                "enlace.node=" + code,
                "enlace.zone=America/Panama",
                "enlace.training=true",
                "enlace.languages=en,es,pt,fr",
                "enlace.users-file=" + Team.quick(),
                "enlace.second-factor=optional",
                "enlace.api.passwords=allowed",
                "enlace.watch.cases-per-hour=1000",
                "enlace.directory.folder=" + network.resolve("directory"),
                "enlace.directory.genesis=" + trial.genesisHash(),
                "enlace.keys.file=" + own.resolve("keys.p12"),
                "enlace.keys.password-file=" + own.resolve("keys.password"),
                "enlace.keys.storage-file=" + own.resolve("storage.p12"),
                // Nobody listens there: the node is cut off from the network.
                "enlace.broker.bootstrap=127.0.0.1:1",
                "enlace.broker.identity=" + own.resolve("transport.pem"),
                "enlace.broker.trust=" + network.resolve("ca.pem"),
                "enlace.console.identity=" + own.resolve("console.pem"),
                "logging.level.root=warn",
                "logging.level.org.apache.kafka=off"));
        for (var setting : more) {
            settings.removeIf(known -> known.startsWith(setting.substring(0, setting.indexOf('=') + 1)));
            settings.add(setting);
        }
        var application = new SpringApplication(DeskUnderTest.class);
        return application.run(settings.stream().map(setting -> "--" + setting).toArray(String[]::new));
    }

    private static String onNewH2() {
        return "spring.datasource.url=" + H2.inMemory();
    }

    private static Path folder() {
        return Scratch.folder("desk");
    }
}
