package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.enlace.desk.DeskUnderTest.CO;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.enlace.console.Browser;
import org.enlace.console.Team;
import org.enlace.directory.PrivateFiles;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.ChildInvolved;
import org.enlace.message.MessageId;
import org.enlace.node.StoredTime;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.Role;
import org.enlace.node.notice.Notices;
import org.enlace.scratch.Scratch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// Notices to a real mail server and a real webhook on this machine: what they say, that they say nothing else, and
/// what is shown when they do not go.
@ExtendWith(OutputCaptureExtension.class)
class NoticesTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final List<String> CANARIES =
            List.of(Samples.NAME, Samples.FAMILY, Samples.ADDRESS, Samples.PHONE, Samples.WORDS, "Dos adolescentes");

    private static GreenMail mail;
    private static HttpsServer webhook;
    private static final List<Posted> posted = new CopyOnWriteArrayList<>();
    private static volatile int answer = 204;
    private static volatile int systemsAnswer = 204;
    private static final Receiver system = new Receiver(() -> systemsAnswer);
    private static final Receiver blind = new Receiver(() -> 204);
    private static DeskUnderTest.Running node;
    private static int number;

    private record Posted(String timestamp, String signature, String body) {}

    @BeforeAll
    static void start() throws IOException {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        webhook = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var secret = Scratch.file("webhook", ".secret");
        Files.delete(secret);
        PrivateFiles.write(secret, SECRET.getBytes(StandardCharsets.UTF_8));
        node = DeskUnderTest.onH2(network -> Stream.of(
                        system.settings(network, "case-management", "duty"),
                        // An operator opens no case.
                        blind.settings(network, "blind", "operator"),
                        settings(network, secret))
                .flatMap(List::stream)
                .toList());
    }

    private static List<String> settings(Path network, Path secret) {
        return List.of(
                "enlace.users-file=" + officers(),
                "logging.level.org.enlace=trace",
                "logging.level.org.springframework.mail=trace",
                "enlace.notices.sign-in=https://console.example/",
                "enlace.notices.mail.host=127.0.0.1",
                "enlace.notices.mail.port=" + mail.getSmtp().getPort(),
                "enlace.notices.mail.from=enlace@contact.example",
                "enlace.notices.webhook.url=https://localhost:"
                        + webhook.getAddress().getPort() + "/duty",
                "enlace.notices.webhook.secret-file=" + secret,
                "enlace.notices.webhook.inside=localhost",
                "enlace.notices.webhook.trust=" + listening(network));
    }

    @AfterAll
    static void stop() {
        node.close();
        mail.stop();
        webhook.stop(0);
        system.close();
        blind.close();
    }

    @AfterEach
    void everythingWorksAgain() throws FolderException {
        answer = 204;
        systemsAnswer = 204;
        posted.clear();
        node.database().sql("delete from webhook_event").update();
        system.told().clear();
        mail.purgeEmailFromAllMailboxes();
        node.database()
                .sql("update desk_item set waits = false, call_at = null")
                .update();
        node.database()
                .sql("update notice set state = 'DROPPED', next_at = null where next_at is not null")
                .update();
    }

    @Test
    void whoIsCalledHearsByMailInTheirLanguageAndByWebhookAndNeitherHoldsAnything(CapturedOutput output)
            throws MessagingException, IOException, GeneralSecurityException {
        var id = arrives(Urgency.IMMEDIATE);
        tick(Duration.ZERO);
        await().atMost(Duration.ofSeconds(20)).until(() -> states(id).stream().allMatch("SENT"::equals));

        var received = mail.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getAllRecipients()[0]).hasToString("supervisor@contact.example");
        assertThat(received[0].getSubject()).isEqualTo("1 mensaje en espera: Inmediata");
        var text = String.valueOf(received[0].getContent()).replace("\r", "").strip();
        assertThat(text)
                .matches(Pattern.compile(
                        "1 mensaje le espera\\.\n\nUrgencia: Inmediata\nDesde: ..:.. \\(..:.. UTC\\)\n\n"
                                + "Entrar: https://console.example/"));
        assertThat(posted).hasSize(1);
        var call = posted.getFirst();
        assertThat(call.body())
                .matches("\\{\"notice\":\"[0-9a-f-]{36}\",\"waiting\":1,\"urgency\":\"IMMEDIATE\",\"at\":\"[^\"]+Z\","
                        + "\"signIn\":\"https://console.example/\"}");
        assertThat(call.signature()).isEqualTo("v1=" + hmac(call.timestamp() + "." + call.body()));

        var raw = new ByteArrayOutputStream();
        received[0].writeTo(raw);
        var everything = raw.toString(StandardCharsets.UTF_8) + call.body() + output + meters();
        for (var canary : CANARIES) {
            assertThat(everything).doesNotContain(canary);
        }
        assertThat(raw.toString(StandardCharsets.UTF_8) + call.body())
                .doesNotContainIgnoringCase("colombia")
                .doesNotContain("CO-2026", id.toString(), "Ramírez");
        assertThat(output.toString() + meters()).doesNotContain("@contact.example");
        var page = shown(id);
        assertThat(page).contains("e-mail sent", "Duty phone: told");
        assertThat(node.api(Role.DUTY)
                        .get("/api/v1/desk/items/" + item(id) + "/calls")
                        .body())
                .contains("\"way\":\"EMAIL\"", "\"way\":\"WEBHOOK\"", "\"state\":\"SENT\"");
    }

    @Test
    void whatDoesNotGoIsTriedAgainLaterAndThenGivenUpWithAReasonAndANextStep() {
        answer = 500;
        var id = arrives(Urgency.IMMEDIATE);
        tick(Duration.ZERO);
        await().atMost(Duration.ofSeconds(20)).until(() -> attempts(id) == 1);
        assertThat(shown(id)).contains("Duty phone: not told yet, the server did not take it. It is tried again");

        assertThat(node.database()
                        .sql("select next_at from notice where way = 'WEBHOOK' and state = 'WAITING'")
                        .query((row, _) ->
                                row.getObject(1, OffsetDateTime.class).toInstant())
                        .list())
                .containsExactly(node.clock().instant().plusSeconds(10));
        node.database()
                .sql("update notice set attempts = 5 where way = 'WEBHOOK' and state = 'WAITING'")
                .update();
        assertThat(states(id)).contains("WAITING");
        node.clock().forward(Duration.ofSeconds(11));

        await().atMost(Duration.ofSeconds(20)).until(() -> states(id).contains("FAILED"));
        assertThat(shown(id)).contains("Duty phone: could not be told, the server did not take it. Call it");
        assertThat(alarms()).containsExactly("WEBHOOK why=NOT_TAKEN tries=6");

        answer = 204;
        arrives(Urgency.IMMEDIATE);
        tick(Duration.ZERO);
        await().atMost(Duration.ofSeconds(20)).until(() -> alarms().isEmpty());
    }

    @Test
    void whomTheNodeCalledIsForgottenLongAfterTheMessageIsDoneWithAndTheAuditLogSaysSo() {
        var over = arrives(Urgency.IMMEDIATE);
        var waiting = arrives(Urgency.IMMEDIATE);
        tick(Duration.ZERO);
        await().atMost(Duration.ofSeconds(20)).until(() -> states(over).stream().allMatch("SENT"::equals));
        node.database()
                .sql("update desk_item set waits = false, call_at = null where message_id = ?")
                .param(over.value())
                .update();
        tick(Duration.ofMinutes(61));
        assertThat(shown(over)).contains("Duty phone: told");
        assertThat(audited("FORGET_CALLS")).doesNotContain(over.toString());

        ago(Duration.ofDays(91), "desk_item", "changed_at", over);
        for (var message : List.of(over, waiting)) {
            ago(Duration.ofDays(91), "ladder_call", "done_at", message);
        }
        var then = StoredTime.utc(node.clock().instant().minus(Duration.ofDays(91)));
        node.database().sql("""
                        insert into notice (id, way, urgency, waiting, made_at, state, attempts, ended_at)
                            values (?, 'WEBHOOK', 'URGENT', 7, ?, 'SENT', 1, ?)""").params(UUID.randomUUID(), then, then).update();
        tick(Duration.ofMinutes(61));

        assertThat(states(over)).isEmpty();
        assertThat(states(waiting)).isNotEmpty();
        assertThat(shown(over)).doesNotContain("Duty phone: told");
        assertThat(audited("FORGET_CALLS")).contains(over.toString()).doesNotContain(waiting.toString());
        assertThat(audited("ESCALATE")).contains(over.toString());
        assertThat(node.database()
                        .sql("select count(*) from notice where waiting = 7")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(audited("FORGET_NOTICES")).contains("notices:1");
    }

    private static void ago(Duration time, String table, String column, MessageId message) {
        node.database()
                .sql("update " + table + " set " + column + " = ? where message_id = ?")
                .params(StoredTime.utc(node.clock().instant().minus(time)), message.value())
                .update();
    }

    private static List<String> audited(String action) {
        return node.database()
                .sql("select object_id from audit_entry where action = ?")
                .param(action)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void aWebhookThatSendsElsewhereIsNotFollowed() {
        answer = 307;
        var id = arrives(Urgency.IMMEDIATE);
        tick(Duration.ZERO);

        await().atMost(Duration.ofSeconds(20)).until(() -> states(id).contains("FAILED"));
        assertThat(shown(id)).contains("the server names another address");
        assertThat(posted).hasSize(1);
    }

    @Test
    void whoHasNoAddressIsNamedAndWhatSomebodyTookIsNotSentAnyMore() {
        answer = 503;
        var id = arrives(Urgency.IMMEDIATE);
        tick(Duration.ZERO);
        await().atMost(Duration.ofSeconds(20)).until(() -> attempts(id) == 1);
        tick(Duration.ofMinutes(31));
        assertThat(shown(id)).contains("no e-mail sent, no address is known. Call by phone");

        node.api(Role.DUTY).send("POST", "/api/v1/desk/items/" + item(id) + "/acknowledge", "application/json", "");
        tick(Duration.ZERO);

        assertThat(states(id)).contains("DROPPED").doesNotContain("WAITING");
        assertThat(shown(id)).contains("Duty phone: notice no longer needed");
    }

    @Test
    void severalMessagesForOnePersonGoInOneNotice() {
        var supervisor = node.database()
                .sql("select id from officer where username = 'supervisor'")
                .query((row, _) -> new OfficerId(row.getString(1)))
                .single();
        var notices = node.bean(Notices.class);
        // Not sent in between: both are ordered in one transaction.
        var ordered = node.transaction()
                .execute(_ -> Stream.of(Urgency.URGENT, Urgency.URGENT, Urgency.NORMAL)
                        .map(urgency -> notices.order(
                                List.of(supervisor), urgency, node.clock().instant()))
                        .toList());

        assertThat(ordered).isNotNull();
        assertThat(ordered.get(0)).isEqualTo(ordered.get(1)).isNotEqualTo(ordered.get(2));
        assertThat(notices.of(ordered.getFirst().stream()
                                .map(Notices.Ordered::id)
                                .toList())
                        .values())
                .hasSize(2)
                .allMatch(notice -> notice.waiting() == 2);
    }

    @Test
    void aSystemIsToldUnderTwoSecretsThatSomethingChangedAndWhatItMaySeeAndNothingElse() {
        var id = arrives(Urgency.URGENT);
        awaitTold(1);

        var told = system.told().getFirst();
        assertThat(told.body())
                .matches("\\{\"type\":\"message.arrived\",\"timestamp\":\"[^\"]+Z\",\"data\":\\{\"number\":[0-9]+,"
                        + "\"case\":\"CO-2026-[0-9A-Z]{6}\",\"message\":\"" + id + "\"}}");
        assertThat(told.isSignedBy(Receiver.NOW)).isTrue();
        assertThat(told.isSignedBy(Receiver.BEFORE)).isTrue();
        assertThat(told.isSignedBy(Receiver.NOW.replace('A', 'B'))).isFalse();
        assertThat(told.timestamp())
                .isEqualTo(String.valueOf(node.clock().instant().getEpochSecond()));
        CANARIES.forEach(canary -> assertThat(told.body()).doesNotContain(canary));

        node.api(Role.DUTY).send("POST", "/api/v1/desk/items/" + item(id) + "/acknowledge", "application/json", "");
        awaitTold(2);
        assertThat(types()).contains("case.moved");
        assertThat(numbers()).isSorted().doesNotHaveDuplicates();

        arrives(Urgency.IMMEDIATE);
        tick(Duration.ofMinutes(31));
        await().atMost(Duration.ofSeconds(20)).until(() -> types().contains("clock.passed"));
        assertThat(blind.told()).isEmpty();
    }

    @Test
    void whatAnOfficerMaySeeNoMoreIsNotToldAndWhoIsOutIsToldNothing() {
        pause("pause");
        var id = arrives(Urgency.URGENT);
        assertThat(states("case-management", id)).containsOnly("WAITING");
        setRoles("AUDITOR");
        pause("resume");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> states("case-management", id).contains("DROPPED"));
        var none = arrives(Urgency.URGENT);
        setRoles("DUTY");

        assertThat(states("case-management", none)).isEmpty();
        assertThat(system.told()).isEmpty();
    }

    @Test
    void whatASystemDoesNotTakeIsTriedForADayThenShownWithItsReasonAndSentAgain() {
        systemsAnswer = 503;
        var id = arrives(Urgency.URGENT);
        awaitTold(1);
        await().atMost(Duration.ofSeconds(20)).until(() -> tries(id) == 1);
        assertThat(states("case-management", id)).containsOnly("WAITING");
        assertThat(operations().get("/operations/webhooks").body()).contains("case-management", "Waiting");

        // Time goes on until it is given up, whenever the sender looks.
        await().atMost(Duration.ofSeconds(40)).until(() -> {
            node.clock().forward(Duration.ofMinutes(30));
            return states("case-management", id).contains("PARKED");
        });
        assertThat(tries(id)).isBetween(2, 15);
        assertThat(arrivalsTold(id)).hasSize(1);

        var page = operations().get("/operations/webhooks").body();
        assertThat(page)
                .contains("A message arrived", "the server did not take it")
                .doesNotContain("CO-2026");
        assertThat(program().get("/api/v1/operations/webhooks/case-management").body())
                .contains("\"parkedCount\":", "\"reason\":\"NOT_TAKEN\"")
                .doesNotContain("CO-2026");
        assertThat(node.database()
                        .sql("select subject from alarm where kind = 'WEBHOOK_PARKED' and open_key is not null")
                        .query((row, _) -> row.getString(1))
                        .list())
                .containsExactly("case-management");

        systemsAnswer = 204;
        assertThat(program()
                        .send("POST", "/api/v1/operations/webhooks/case-management/send-again", "application/json", "")
                        .statusCode())
                .isEqualTo(204);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> states("case-management", id).contains("SENT"));
        assertThat(arrivalsTold(id)).hasSize(1);
        assertThat(program().get("/api/v1/operations/webhooks/nobody").statusCode())
                .isEqualTo(404);

        systemsAnswer = 307;
        var other = arrives(Urgency.URGENT);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> states("case-management", other).contains("PARKED"));
        assertThat(operations().get("/operations/webhooks").body()).contains("the server names another address");
    }

    /// By what the receiver knows the arrival of the message.
    private static Set<String> arrivalsTold(MessageId id) {
        return system.told().stream()
                .filter(told -> told.body().contains("message.arrived"))
                .filter(told -> told.body().contains(id.toString()))
                .map(Receiver.Told::id)
                .collect(Collectors.toSet());
    }

    private static int tries(MessageId id) {
        return node.database()
                .sql("select max(attempts) from webhook_event where message_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    private static void awaitTold(int times) {
        await().atMost(Duration.ofSeconds(20)).until(() -> system.told().size() >= times);
    }

    private static List<String> types() {
        return system.told().stream()
                .map(told -> told.body().replaceAll(".*\"type\":\"([^\"]+)\".*", "$1"))
                .toList();
    }

    private static List<Long> numbers() {
        return system.told().stream()
                .map(told -> Long.valueOf(told.body().replaceAll(".*\"number\":([0-9]+).*", "$1")))
                .toList();
    }

    private static List<String> states(String name, MessageId id) {
        return node.database()
                .sql("select state from webhook_event where webhook = ? and message_id = ? order by place")
                .params(name, id.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static void setRoles(String roles) {
        node.database()
                .sql("update officer set roles = ? where username = 'duty'")
                .param(roles)
                .update();
    }

    private static void pause(String act) {
        assertThat(operations()
                        .submit("/operations/webhooks", "/operations/webhooks/case-management/" + act)
                        .statusCode())
                .isEqualTo(303);
    }

    private static Browser operations() {
        return node.browser().signIn(Role.OPERATOR);
    }

    private static Browser program() {
        return node.api(Role.OPERATOR);
    }

    @Test
    void whoeverHoldsItemsWhenTheShiftEndsHearsOnceBeforeAndOnceThenAndReadsNothingOfACase()
            throws MessagingException, IOException {
        var id = arrives(Urgency.NORMAL);
        var item = node.database()
                .sql("select id from desk_item where message_id = ?")
                .param(id.value())
                .query((row, _) -> row.getObject(1).toString())
                .single();
        assertThat(node.browser()
                        .signIn(Role.SUPERVISOR)
                        .submit("/me", "/desk/items/" + item + "/acknowledge")
                        .statusCode())
                .isEqualTo(303);
        var ends = node.clock().instant().plus(Duration.ofMinutes(45)).atOffset(ZoneOffset.UTC);
        node.database()
                .sql("""
                        insert into duty_shift (id, unit, officer, starts_at, ends_at)
                        select ?, 'Mesa', owner, ?, ? from desk_item where message_id = ?""")
                .params(UUID.randomUUID(), ends.minusHours(8), ends, id.value())
                .update();
        tick(Duration.ZERO);
        assertThat(waiting()).isZero();

        tick(Duration.ofMinutes(20));
        tick(Duration.ofMinutes(1));
        await().atMost(Duration.ofSeconds(20)).until(() -> mail.getReceivedMessages().length == 1);
        tick(Duration.ofMinutes(25));
        tick(Duration.ofMinutes(1));
        await().atMost(Duration.ofSeconds(20)).until(() -> mail.getReceivedMessages().length == 2);

        for (var told : mail.getReceivedMessages()) {
            assertThat(told.getSubject()).isEqualTo("1 mensaje en espera: Normal");
            assertThat(String.valueOf(told.getContent())).doesNotContain("CO-2026", "Colombia");
        }
        // The mail is there a moment before the node has written down that it left.
        await().until(() -> waiting() == 0);
        node.database().sql("delete from duty_shift").update();
    }

    private static int waiting() {
        return node.database()
                .sql("select count(*) from notice where state = 'WAITING'")
                .query(Integer.class)
                .single();
    }

    private static Path officers() {
        try {
            var json = Files.readString(Team.quick());
            // A supervisor who reads Spanish has an address, the others have none.
            var name = Team.name(Role.SUPERVISOR);
            json = json.replaceFirst(
                    "(\"username\":\"" + name + "\"[^}]*)\"language\":\"en\"",
                    "$1\"language\":\"es\",\"email\":\"" + name + "@contact.example\"");
            var file = Scratch.file("officers", ".json");
            return Files.writeString(file, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return the certificate that it is trusted by
    private static Path listening(Path network) {
        var identity = network.resolve("PA").resolve("console.pem").toUri().toString();
        var bundle = SslBundle.of(new PemSslStoreBundle(
                PemSslStoreDetails.forCertificate(identity).withPrivateKey(identity), null));
        webhook.setHttpsConfigurator(new HttpsConfigurator(bundle.createSslContext()));
        webhook.createContext("/", exchange -> {
            posted.add(new Posted(
                    exchange.getRequestHeaders().getFirst("Enlace-Timestamp"),
                    exchange.getRequestHeaders().getFirst("Enlace-Signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        webhook.start();
        return network.resolve("ca.pem");
    }

    private static String hmac(String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String meters() {
        return node.bean(MeterRegistry.class).getMeters().stream()
                .map(meter -> meter.getId().toString())
                .collect(Collectors.joining());
    }

    private static MessageId arrives(Urgency urgency) {
        number++;
        return node.arrives(
                CO,
                Samples.alert(),
                Samples.alertAbout("CO-2026-0001%02d".formatted(number), urgency, ChildInvolved.NO));
    }

    private static void tick(Duration forward) {
        node.clock().forward(forward);
        node.tick();
    }

    private static String shown(MessageId id) {
        var reference = node.database()
                .sql("select reference from desk_item where message_id = ?")
                .param(id.value())
                .query((row, _) -> row.getString(1))
                .single();
        return node.browser().signIn(Role.DUTY).get("/cases/" + reference).body();
    }

    private static List<String> states(MessageId id) {
        return notices(id, "state");
    }

    /// Of the webhook's first notice.
    private static int attempts(MessageId id) {
        return notices(id, "attempts || ' ' || n.way").stream()
                .filter(row -> row.endsWith("WEBHOOK"))
                .mapToInt(row -> Integer.parseInt(row.substring(0, row.indexOf(' '))))
                .findFirst()
                .orElse(0);
    }

    private static List<String> notices(MessageId id, String column) {
        return node.database()
                .sql("select n." + column + " from notice n join ladder_notice l on l.notice_id = n.id"
                        + " join ladder_call c on c.id = l.call_id where c.message_id = ? order by n.made_at, n.id")
                .param(id.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static List<String> alarms() {
        return node.database()
                .sql("select subject, detail from alarm where kind = 'NOTICE_FAILED' and open_key is not null")
                .query((row, _) -> row.getString(1) + " " + row.getString(2))
                .list();
    }

    private static String item(MessageId id) {
        return node.database()
                .sql("select id from desk_item where message_id = ?")
                .param(id.value())
                .query((row, _) -> String.valueOf(row.getObject(1)))
                .single();
    }
}
