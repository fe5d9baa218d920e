package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.desk.DeskUnderTest.CO;
import static org.enlace.desk.DeskUnderTest.MX;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.enlace.console.Browser;
import org.enlace.console.Team;
import org.enlace.database.H2;
import org.enlace.handling.Caveat;
import org.enlace.handling.Evaluation;
import org.enlace.handling.Handling;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Pap;
import org.enlace.handling.Tlp;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.ChildInvolved;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.node.access.Role;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CaseRecalls;
import org.enlace.node.casefile.Recalled;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Officers find what they may see, by what lists show of it; nothing tells them of anything else.
class SearchTest {
    private static final Pattern REFERENCE =
            Pattern.compile("<span class=\"cp-ref\">([A-Z]{2}-2026-[0-9A-Z]{6})</span>");
    private static final Map<Role, Browser> BROWSERS = new EnumMap<>(Role.class);
    private static final JsonMapper JSON = new JsonMapper();

    private static DeskUnderTest.Running node;

    @BeforeAll
    static void start() {
        node = DeskUnderTest.start(
                "spring.datasource.url=" + H2.inMemory(),
                "enlace.users-file=" + Team.with("several", Role.INVESTIGATOR, Role.CONSULAR));
        alert("CO-2026-A0001B", Urgency.URGENT);
        alert("CO-2026-A0002B", Urgency.NORMAL);
        node.arrives(MX, Samples.request(), Samples.requestAbout("MX-2026-V0001C", Urgency.URGENT, Samples.usual()));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void aMessageIsFoundByWordsOfTheReadersLanguageAndByPartOfTheNumberOfItsCase() {
        assertThat(found(Role.INVESTIGATOR, "urgent colombia alert"))
                .contains("CO-2026-A0001B")
                .doesNotContain("CO-2026-A0002B", "MX-2026-V0001C");
        assertThat(found(Role.INVESTIGATOR, "a0002")).containsExactly("CO-2026-A0002B");
        assertThat(found(Role.INVESTIGATOR, "CO-2026-A0002B")).containsExactly("CO-2026-A0002B");
        assertThat(found(Role.INVESTIGATOR, "co2026a0002b")).containsExactly("CO-2026-A0002B");
        assertThat(found(Role.INVESTIGATOR, "received suspected movement"))
                .contains("CO-2026-A0001B", "CO-2026-A0002B");
        var page = search(node.browser().cookie("language", "es").signIn(Role.INVESTIGATOR), "pánama TRASLADO")
                .body();
        assertThat(references(page)).contains("CO-2026-A0001B");
        assertThat(page).contains("Coincide:", "Panamá");
    }

    @Test
    void theAddressOfWhatWasFoundHoldsCodesAndWhatWasNotUnderstoodGoesNowhere() {
        var answer = browser(Role.INVESTIGATOR).submit("/me", "/search", "words", "colombia");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/search?find=country.CO");
        var audited = searches();

        for (var words :
                List.of(Samples.NAME, Samples.PHONE, "colombia " + Samples.FAMILY, "300123", "\u202Ealert<b>")) {
            var nothing = browser(Role.INVESTIGATOR).submit("/me", "/search", "words", words);
            assertThat(nothing.statusCode()).as(words).isEqualTo(200);
            assertThat(nothing.body()).contains("Nothing found").doesNotContain("<b>a", "alert<b>");
        }
        assertThat(searches()).isEqualTo(audited + 5);
        assertThat(node.allRows()).doesNotContain(Samples.FAMILY, Samples.PHONE);
        assertThat(browser(Role.INVESTIGATOR)
                        .get("/search?q=" + Samples.PHONE.substring(1))
                        .body())
                .doesNotContain(Samples.PHONE.substring(1));
        assertThat(browser(Role.INVESTIGATOR)
                        .submit("/me", "/search", "words", " ")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser(Role.INVESTIGATOR)
                        .submit("/me", "/search", "words", "x".repeat(201))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser(Role.INVESTIGATOR).get("/search?find='%20or%201=1").statusCode())
                .isEqualTo(404);
        assertThat(browser(Role.INVESTIGATOR)
                        .get("/search?find=country.CO&before=1.x")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void inAnotherLanguageTheSameIsAskedAgainAndWhatWasTypedStandsInNoAddress() {
        var browser = node.browser().signIn(Role.INVESTIGATOR);
        assertThat(browser.get("/search?find=country.CO&q=" + Samples.FAMILY).body())
                .contains("name=\"back\" value=\"/search?find=country.CO\"");
        var nothing = browser.submit("/me", "/search", "words", "traslado").body();
        assertThat(nothing)
                .contains(
                        "<form method=\"post\" action=\"/search\" class=\"cp-lang", "name=\"words\" value=\"traslado\"")
                .doesNotContain("action=\"/look\"");

        var found = browser.submit("/me", "/search", "words", "traslado", "language", "es");

        assertThat(found.statusCode()).isEqualTo(303);
        assertThat(found.headers().firstValue("Location").orElseThrow())
                .startsWith("/search?find=")
                .doesNotContain("traslado");
        var name = browser.submit("/me", "/search", "words", Samples.NAME, "language", "fr", "theme", "night");
        assertThat(name.statusCode()).isEqualTo(200);
        assertThat(name.body()).contains("lang=\"fr\" data-theme=\"night\"", "value=\"" + Samples.NAME + "\"");
        var without = browser.post("/search", Map.of("words", "traslado", "language", "es"));
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(browser.get("/search").body()).contains("lang=\"fr\"", "action=\"/look\"");
        browser.submit("/me", "/look", "language", "en");
    }

    @Test
    void whatAnOfficerMayNotSeeIsAnsweredLikeWhatIsNotThere() {
        var protection = Samples.handling(HandlingCode.H1, Tlp.AMBER, Caveat.VICTIM_PROTECTION_ONLY);
        node.arrives(MX, Samples.request(), Samples.requestAbout("MX-2026-V0009D", Urgency.URGENT, protection));

        assertThat(found(Role.CASE_WORKER, "V0009D")).containsExactly("MX-2026-V0009D");
        for (var role : List.of(Role.INVESTIGATOR, Role.ANALYST)) {
            var hidden = browser(role).submit("/me", "/search", "words", "V0009D");
            var absent = browser(role).submit("/me", "/search", "words", "V0009X");
            assertThat(hidden.statusCode()).isEqualTo(absent.statusCode()).isEqualTo(200);
            assertThat(alike(hidden.body())).isEqualTo(alike(absent.body()));
            assertThat(search(browser(role), "mexico").body()).doesNotContain("MX-2026-V0");
            assertThat(browser(role).get("/search?find=case.MX-2026-V0009D").body())
                    .contains("Nothing found");
            assertThat(browser(role).get("/cases?country=MX").body()).doesNotContain("MX-2026-V0");
            assertThat(api(role, "mexico").body())
                    .isEqualTo("{\"hits\":[],\"notKnown\":[],\"older\":null,\"lookedBackTo\":null}");
            assertThat(api(role, "urgent V0009D").body())
                    .isEqualTo("{\"hits\":[],\"notKnown\":[1],\"older\":null,\"lookedBackTo\":null}");
        }
        assertThat(browser(Role.AUDITOR).get("/search").statusCode()).isEqualTo(403);
        assertThat(browser(Role.OPERATOR).submit("/me", "/search", "words", "a").statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoeverHasSeveralRolesSeesEachCaseOnceWithItsOwnMessage() {
        var several = node.browser();
        assertThat(several.signIn("several", Team.PASSWORD).statusCode()).isEqualTo(303);

        var listed = references(several.get("/cases").body());

        assertThat(listed)
                .contains("CO-2026-A0001B", "CO-2026-A0002B", "MX-2026-V0001C")
                .doesNotHaveDuplicates();
        assertThat(references(search(several, "mexico").body())).contains("MX-2026-V0001C");
        assertThat(references(several.get("/alerts").body())).noneMatch(reference -> reference.startsWith("MX"));
    }

    @Test
    void whatOpensOnlyAfterAConditionAndWhatWasTakenBackIsNotFoundByWhatItSays() {
        var condition =
                new Handling(HandlingCode.H3, "Nur lesen", Tlp.AMBER, Pap.AMBER, Evaluation.parse("B2"), List.of());
        node.arrives(
                CO,
                Samples.alert(),
                Samples.about(MessageType.CASE_ALERT, "CO-2026-H0003B", Urgency.URGENT, ChildInvolved.NO, condition));
        var recalled = alert("CO-2026-R0004B", Urgency.URGENT);
        assertThat(found(Role.DUTY, "suspected movement"))
                .contains("CO-2026-R0004B")
                .doesNotContain("CO-2026-H0003B");
        assertThat(found(Role.DUTY, "H3 colombia")).containsExactly("CO-2026-H0003B");

        node.transaction().executeWithoutResult(_ -> {
            var entry = node.bean(CaseFiles.class).find(recalled).orElseThrow();
            var now = node.clock().instant();
            node.bean(CaseRecalls.class).mark(entry, new Recalled("SAFETY", now, now));
        });

        assertThat(found(Role.DUTY, "suspected movement")).doesNotContain("CO-2026-R0004B");
        assertThat(found(Role.DUTY, "colombia")).doesNotContain("CO-2026-R0004B");
        assertThat(found(Role.DUTY, "R0004B")).containsExactly("CO-2026-R0004B");
        assertThat(node.database()
                        .sql("select term from case_term where message_id = ?")
                        .param(recalled.value())
                        .query(String.class)
                        .list())
                .containsExactly("00.R0004B");
    }

    @Test
    void aPageIsFullOfWhatTheReaderSeesHoweverMuchIsHiddenBetween() {
        var mine = new ArrayList<String>();
        for (var i = 0; i < 27; i++) {
            var number = "CO-2026-P%04dQ".formatted(i);
            mine.add(number);
            node.arrives(
                    CO,
                    Samples.route(),
                    Samples.about(MessageType.ROUTE_REPORT, number, Urgency.NORMAL, ChildInvolved.NO, Samples.usual()));
            if (i % 3 == 0) {
                alert("CO-2026-Q%04dP".formatted(i), Urgency.NORMAL);
            }
            node.clock().forward(Duration.ofMillis(5));
        }
        var analyst = browser(Role.ANALYST);

        var first = search(analyst, "colombia route report").body();
        var next = Pattern.compile("href=\"(/search[^\"]*before=[^\"]*)\"").matcher(first);
        assertThat(next.find()).isTrue();
        var second = analyst.get(next.group(1).replace("&amp;", "&")).body();

        assertThat(references(first)).hasSize(25);
        assertThat(references(second)).hasSize(2);
        var all = new ArrayList<>(references(first));
        all.addAll(references(second));
        assertThat(all).containsExactlyElementsOf(mine.reversed());
    }

    @Test
    void theListOfCasesIsNarrowedByCodesAndDaysAndSaysWhatIsWrongWithThem() {
        var duty = browser(Role.DUTY);
        assertThat(references(duty.get("/cases?kind=VICTIM_ASSISTANCE_REQUEST&country=MX")
                        .body()))
                .contains("MX-2026-V0001C")
                .allMatch(reference -> reference.startsWith("MX"));
        assertThat(references(duty.get("/cases?urgency=NORMAL&kind=CASE_ALERT").body()))
                .contains("CO-2026-A0002B")
                .doesNotContain("CO-2026-A0001B");
        assertThat(references(duty.get("/cases?owner=me").body())).doesNotContain("CO-2026-A0001B");
        assertThat(references(duty.get("/cases?owner=nobody&kind=CASE_ALERT").body()))
                .contains("CO-2026-A0001B");
        assertThat(references(duty.get("/cases?owner=officer-ZZZZZZ").body())).isEmpty();
        assertThat(references(duty.get("/cases?state=CLOSED").body())).isEmpty();
        assertThat(references(duty.get("/cases?state=RECEIVED&country=CO").body()))
                .contains("CO-2026-A0001B");
        assertThat(references(duty.get("/cases?until=2020-01-01").body())).isEmpty();
        var bare = duty.get("/cases?columns=chosen&show=STATE").body();
        assertThat(bare).contains("State and owner").doesNotContain("<th scope=\"col\">Last change</th>");

        var wrong = duty.get("/cases?from=2026-11-30&until=2026-11-01");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("The last day is before the first");
        assertThat(duty.get("/cases?from=%3Cb%3E").body()).doesNotContain("<b>").contains("as a date");
        for (var odd : List.of("state=X", "country=%27", "kind=DROP", "urgency=1", "owner=ana", "without=X")) {
            assertThat(duty.get("/cases?" + odd).statusCode()).as(odd).isEqualTo(404);
        }
        var answer = JSON.readTree(node.api(Role.DUTY)
                .get("/api/v1/cases?kind=VICTIM_ASSISTANCE_REQUEST")
                .body());
        assertThat(answer.at("/cases/0/type").asString()).isEqualTo("VICTIM_ASSISTANCE_REQUEST");
        assertThat(node.api(Role.DUTY).get("/api/v1/cases?from=x").body()).contains("FROM_UNKNOWN");
    }

    @Test
    void aFilterIsKeptUnderANameByItsOfficerAloneAndTheListBeginsWithIt() {
        var worker = node.browser().signIn(Role.CASE_WORKER);
        var name = "Menor <b>Ximena</b> =1+1";
        var query = "kind=VICTIM_ASSISTANCE_REQUEST&country=MX";
        assertThat(worker.submit("/me", "/cases/filters", "name", name, "query", query)
                        .statusCode())
                .isEqualTo(303);
        var page = worker.get("/cases").body();
        assertThat(page).contains("Menor &lt;b&gt;Ximena").doesNotContain("<b>Ximena");
        assertThat(node.allRows()).doesNotContain("Menor <b>");
        var id = node.database()
                .sql("select id from saved_filter")
                .query((row, _) -> row.getObject(1).toString())
                .single();

        for (var wrong : List.of(" ", "x".repeat(61), "a\u202Eb")) {
            var refused = worker.submit("/me", "/cases/filters", "name", wrong, "query", query);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("name-error").doesNotContain("\u202E");
        }
        assertThat(worker.submit("/me", "/cases/filters", "name", "All", "query", "")
                        .statusCode())
                .isEqualTo(422);
        assertThat(worker.submit("/me", "/cases/filters", "name", "Odd", "query", "kind=DROP")
                        .statusCode())
                .isEqualTo(404);
        for (var act : List.of("rename", "begin", "remove")) {
            assertThat(browser(Role.CONSULAR)
                            .submit("/me", "/cases/filters/" + id + "/" + act, "name", "Mine")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(node.api(Role.CONSULAR).get("/api/v1/case-filters").body()).isEqualTo("[]");
        assertThat(node.api(Role.CASE_WORKER)
                        .send(
                                "POST",
                                "/api/v1/case-filters",
                                "application/json",
                                "{\"name\":\"a\",\"query\":\"kind=CASE_ALERT\",\"officer\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);

        worker.submit("/me", "/cases/filters/" + id + "/begin");
        assertThat(worker.get("/cases").headers().firstValue("Location"))
                .hasValue("/cases?"
                        + query.replace(
                                "kind=VICTIM_ASSISTANCE_REQUEST&country=MX",
                                "country=MX&kind=VICTIM_ASSISTANCE_REQUEST"));
        assertThat(worker.get("/cases?all").statusCode()).isEqualTo(200);
        worker.submit("/me", "/cases/filters/" + id + "/rename", "name", "Anders");
        assertThat(worker.get("/cases?all").body()).contains("Anders").doesNotContain("Menor");
        worker.submit("/me", "/cases/filters/" + id + "/remove");
        assertThat(worker.get("/cases").statusCode()).isEqualTo(200);
    }

    @Test
    void theListLeavesAsAFileWithWhatIsShownAndWithoutFormulas() {
        var worker = node.browser().signIn(Role.CASE_WORKER);

        var file = worker.submit("/me", "/cases/export", "query", "kind=VICTIM_ASSISTANCE_REQUEST&without=STATE");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", ".csv");
        assertThat(file.body())
                .startsWith("\uFEFF\"")
                .contains("Do not pass on", "MX-2026-V0001C", "Kind: Victim assistance request", "\r\n")
                .doesNotContain("CO-2026", "State", Samples.NAME);
        assertThat(node.database()
                        .sql("select object_id from audit_entry where action = 'EXPORT_LIST'")
                        .query((row, _) -> row.getString(1))
                        .list())
                .anyMatch(object -> object.matches("cases:[1-9][0-9]*"));
        assertThat(browser(Role.ANALYST).submit("/me", "/cases/export").statusCode())
                .isEqualTo(403);
        node.clock().forward(Duration.ofMinutes(11));
        var asked = worker.submit("/me", "/cases/export", "query", "kind=CASE_ALERT");
        assertThat(asked.body()).contains("_proof").doesNotContain("Do not pass on");
        BROWSERS.clear();
    }

    @Test
    void whoSearchesWaitsForNothingAndTheNodeGoesThroughItByItself() {
        alert("CO-2026-B0005E", Urgency.URGENT);
        assertThat(unindexed()).isPositive();

        assertThat(found(Role.DUTY, "B0005E")).containsExactly("CO-2026-B0005E");
        assertThat(unindexed()).isZero();

        alert("CO-2026-B0006E", Urgency.URGENT);
        node.tick();

        assertThat(unindexed()).isZero();
        assertThat(found(Role.DUTY, "B0006E")).containsExactly("CO-2026-B0006E");
    }

    @Test
    void howeverMuchWaitsToBeWrittenWhatWasStoredBeforeASearchOrAListIsFound() {
        for (var number : List.of("CO-2026-B0007E", "CO-2026-B0008E")) {
            node.database()
                    .sql("insert into case_unindexed (reference) select 'CO-2026-A0001B' from system_range(1, 10001)")
                    .update();
            alert(number, Urgency.URGENT);

            assertThat(
                            number.contains("7")
                                    ? found(Role.DUTY, "B0007E")
                                    : references(browser(Role.DUTY)
                                            .get("/cases?country=CO")
                                            .body()))
                    .contains(number);
            assertThat(unindexed()).isZero();
        }
    }

    /// Of two words that are frequent each by itself, one message alone has both, and it is the oldest.
    @Test
    void aSearchForWordsThatHardlyMeetSaysHowFarBackItLookedAndGoesOnFromThere() {
        var duty = browser(Role.DUTY);
        apart(1_300);
        var further = new ArrayList<String>();
        try {
            for (var address :
                    List.of("/search?find=country.AD&find=urgency.ROUTINE", "/cases?country=AD&urgency=ROUTINE")) {
                var first = duty.get(address).body();
                assertThat(references(first)).isEmpty();
                assertThat(first).contains("Nothing found so far", "Looked back to", "Look further back");
                assertThat(duty.get(address + "&before=1.x").statusCode()).isEqualTo(404);

                further.add(older(first));
                var second = duty.get(older(first)).body();

                assertThat(references(second)).containsExactly("CO-2026-S01300");
                assertThat(second).doesNotContain("Looked back to", "Look further back", "Older cases");
            }
            var answer = JSON.readTree(api(Role.DUTY, "andorra routine").body());
            assertThat(answer.path("hits")).isEmpty();
            assertThat(answer.path("lookedBackTo").asString()).startsWith("20");
            var rest = JSON.readTree(node.api(Role.DUTY)
                    .send(
                            "POST",
                            "/api/v1/search",
                            "application/json",
                            JSON.writeValueAsString(Map.of(
                                    "words",
                                    "andorra routine",
                                    "before",
                                    answer.path("older").asString())))
                    .body());
            assertThat(rest.path("hits")).hasSize(1);
            assertThat(rest.path("older").isNull()).isTrue();
            assertThat(rest.path("lookedBackTo").isNull()).isTrue();
            var list = JSON.readTree(node.api(Role.DUTY)
                    .get("/api/v1/cases?country=AD&urgency=ROUTINE")
                    .body());
            assertThat(list.path("cases")).isEmpty();
            assertThat(list.path("older").asString()).contains("CO-2026-S");
            assertThat(list.path("lookedBackTo").isNull()).isFalse();
            assertThat(node.browser()
                            .signIn(Role.SUPERVISOR)
                            .submit("/me", "/cases/export", "query", "country=AD&urgency=ROUTINE")
                            .body())
                    .contains("CO-2026-S01300")
                    .doesNotContain("not whole");
            // What was found on a page before must not be denied on the last one.
            for (var rows : List.of("case_term where term = 'country.AD'", "case_code where code = 'country.AD'")) {
                node.database()
                        .sql("delete from " + rows + " and reference = 'CO-2026-S01300'")
                        .update();
            }
            assertThat(further)
                    .allSatisfy(address -> assertThat(duty.get(address).body())
                            .contains("Nothing more found here", "Newest cases")
                            .doesNotContain("Nothing found", "No case matches", "Look further back"));
        } finally {
            for (var table : List.of("case_unindexed", "case_code", "case_term", "case_message", "case_file")) {
                node.database()
                        .sql("delete from " + table + " where reference like 'CO-2026-S%'")
                        .update();
            }
        }
    }

    private static String older(String page) {
        var next = Pattern.compile("href=\"([^\"]*before=[^\"]*)\"").matcher(page);
        assertThat(next.find()).isTrue();
        return next.group(1).replace("&amp;", "&");
    }

    private static void apart(int messages) {
        var template = alert("CO-2026-A0009B", Urgency.NORMAL);
        var number = " from system_range(1, " + messages + ") r(n)";
        var reference = "'CO-2026-S' || lpad(cast(n as varchar(5)), 5, '0')";
        var id = "cast('00000000-0000-7000-8000-' || lpad(cast(n as varchar(12)), 12, '0') as uuid)";
        var last = "(n = " + messages + ")";
        node.database()
                .sql("insert into case_file (reference, opened_at, changed_at) select " + reference
                        + ", m.stored_at, m.stored_at - n * interval '1' minute" + number
                        + ", case_message m where m.id = ?")
                .param(template.value())
                .update();
        node.database()
                .sql("insert into case_message (id, given_id, reference, side, partner, type, read_as, urgency, child,"
                        + " protection_only, closed_to, mode, codes, author_name, sent_at, stored_at)"
                        + " select " + id + ", " + id + ", " + reference + ", m.side, m.partner, m.type,"
                        + " m.read_as, case when mod(n, 2) = 1 or " + last + " then 'ROUTINE' else 'NORMAL' end,"
                        + " m.child, m.protection_only, m.closed_to, m.mode,"
                        + " case when mod(n, 2) = 0 or " + last + " then '{\"from\":[\"AD\"]}' else '{}' end,"
                        + " m.author_name, m.sent_at, m.stored_at - n * interval '1' minute" + number
                        + ", case_message m where m.id = ?")
                .param(template.value())
                .update();
        node.database()
                .sql("insert into case_unindexed (reference, message_id) select reference, id from case_message"
                        + " where reference like 'CO-2026-S%'")
                .update();
    }

    private static long unindexed() {
        return node.database()
                .sql("select count(*) from case_unindexed")
                .query(Long.class)
                .single();
    }

    private static MessageId alert(String reference, Urgency urgency) {
        return node.arrives(CO, Samples.alert(), Samples.alertAbout(reference, urgency, ChildInvolved.NO));
    }

    private static Browser browser(Role role) {
        return BROWSERS.computeIfAbsent(role, one -> node.browser().signIn(one));
    }

    private static HttpResponse<String> search(Browser browser, String words) {
        var answer = browser.submit("/me", "/search", "words", words);
        return answer.statusCode() == 303
                ? browser.get(answer.headers().firstValue("Location").orElseThrow())
                : answer;
    }

    private static List<String> found(Role role, String words) {
        return references(search(browser(role), words).body());
    }

    private static HttpResponse<String> api(Role role, String words) {
        return node.api(role)
                .send("POST", "/api/v1/search", "application/json", JSON.writeValueAsString(Map.of("words", words)));
    }

    private static List<String> references(String page) {
        return REFERENCE.matcher(page).results().map(found -> found.group(1)).toList();
    }

    /// Without what differs each time: tokens, nonces, times, and what was typed.
    private static String alike(String page) {
        return page.replaceAll("V0009[DX]", "")
                .replaceAll("(value|nonce|hx-nonce)=\"[^\"]*\"", "")
                .replaceAll("data-(now|ends)=\"[0-9]*\"", "");
    }

    private static long searches() {
        return node.database()
                .sql("select count(*) from audit_entry where action = 'SEARCH'")
                .query(Long.class)
                .single();
    }
}
