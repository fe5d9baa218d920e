package org.enlace.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlace.directory.CalendarProposal;
import org.enlace.directory.DirectorySigner;
import org.enlace.directory.DirectoryVerdict;
import org.enlace.directory.DirectoryVerifier;
import org.enlace.directory.Member;
import org.enlace.directory.PublishedCalendar;
import org.enlace.directory.SecretariatPassing;
import org.enlace.message.NodeId;
import org.enlace.trial.TopicNames;
import org.enlace.trial.TrialFolder;
import org.enlace.trial.TrialNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// The officers of a network of four, three of them needed, and what two desks want: a calendar of its own, and
/// that the Secretariat passes on.
@TestInstance(Lifecycle.PER_CLASS)
class DirectoryCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final NodeId GT = new NodeId("GT");
    private static final NodeId MX = new NodeId("MX");
    private static final PublishedCalendar CALENDAR = new PublishedCalendar(
            List.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), List.of(LocalDate.parse("2026-11-29")));

    private final TrialNetwork network = TrialNetwork.create(
            List.of(GT, new NodeId("SV"), MX), Optional.of(MX), TopicNames.OPAQUE, new SecureRandom(), CLOCK);
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Path folder;
    private Instant now = CLOCK.instant();

    DirectoryCommandTest(@TempDir Path folder) {
        this.folder = folder.resolve("network");
        new TrialFolder(network).write(this.folder);
    }

    @Test
    void aCalendarIsPublishedOnceEnoughOfficersHaveReadAndSignedIt() throws IOException {
        Path proposal = proposal(new CalendarProposal(GT, CALENDAR));
        Path version = folder.resolve("published.der");

        assertThat(propose(proposal, version, "MX")).isEqualTo(DirectoryCommand.DONE);
        String content = after("Content ");
        assertThat(said())
                .contains("GT rests on FRIDAY, SATURDAY", "GT has holidays on 2026-11-29")
                .contains("Signed by officers of MX", "Needs officers of 2 more members");

        assertThat(sign(version, "0".repeat(64), "SV")).isEqualTo(DirectoryCommand.REFUSED);
        assertThat(said()).contains("another version than the one that you read");
        assertThat(sign(version, content, "SV")).isEqualTo(DirectoryCommand.DONE);
        assertThat(said()).contains("Signed by officers of MX, SV", "Needs officers of 1 more member");
        assertThat(sign(version, content, "SV")).isEqualTo(DirectoryCommand.REFUSED);
        assertThat(said()).contains("The officer of SV has signed it");
        assertThat(sign(version, content, "GT")).isEqualTo(DirectoryCommand.DONE);
        assertThat(said()).contains("Complete: put it into the directory folder as 2.der");

        var verdict = new DirectoryVerifier()
                .accept(network.directories(), List.of(Files.readAllBytes(version)), CLOCK.instant());
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        DirectoryVerdict.Accepted.class,
                        accepted -> assertThat(accepted.directories()
                                        .current()
                                        .content()
                                        .member(GT)
                                        .orElseThrow()
                                        .contact()
                                        .calendar())
                                .isEqualTo(CALENDAR));
    }

    @Test
    void whatIsNoCalendarOrWhatChangesMoreIsNotSigned() throws IOException {
        Path nothing = Files.write(folder.resolve("nothing.json"), "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(propose(nothing, folder.resolve("a.der"), "MX")).isEqualTo(DirectoryCommand.REFUSED);
        assertThat(said()).contains("No proposal of a calendar as protocol 10.1 has it: Missing required");
        for (var wrong : Map.of(
                        "\"SUNDAY\",\"SATURDAY\"", "Rest days stand from Monday on, each once",
                        "\"Saturday\"", "A rest day is MONDAY to SUNDAY")
                .entrySet()) {
            Files.writeString(
                    nothing,
                    "{\"member\":\"GT\",\"calendar\":{\"restDays\":[" + wrong.getKey() + "],\"holidays\":[]}}");
            assertThat(propose(nothing, folder.resolve("a.der"), "MX")).isEqualTo(DirectoryCommand.REFUSED);
            assertThat(said()).contains(wrong.getValue());
        }

        Path unknown = proposal(new CalendarProposal(new NodeId("HN"), CALENDAR));
        assertThat(propose(unknown, folder.resolve("b.der"), "MX")).isEqualTo(DirectoryCommand.REFUSED);
        assertThat(said()).contains("The directory lists no member HN");
        assertThat(folder.resolve("b.der")).doesNotExist();

        Path more = Files.write(
                folder.resolve("more.der"),
                network.suspending(GT).directories().current().bytes());
        assertThat(run("show", "--version", more.toString())).isEqualTo(DirectoryCommand.REFUSED);
        assertThat(said()).contains("This version changes more than calendars, or who is the Secretariat");

        Path there = Files.createFile(folder.resolve("there.der"));
        assertThat(propose(proposal(new CalendarProposal(GT, CALENDAR)), there, "MX"))
                .isEqualTo(DirectoryCommand.REFUSED);
        assertThat(said()).contains("There is a version already");
        assertThat(there).isEmptyFile();
    }

    @Test
    void theSecretariatPassesOnOnceEnoughOfficersHaveReadAndSignedIt() throws IOException {
        Path version = Files.write(
                folder.resolve("2.json"),
                SecretariatPassing.proposed(network.directories().current(), GT, CLOCK.instant())
                        .bytes());

        assertThat(run("show", "--version", version.toString())).isEqualTo(DirectoryCommand.DONE);
        assertThat(said())
                .contains("the Secretariat passes from MX to GT", "Signed by officers of nobody")
                .contains("Needs officers of 3 more members");
        String content = after("Content ");
        now = CLOCK.instant().plus(Duration.ofDays(30));
        assertThat(sign(version, content, "MX")).isEqualTo(DirectoryCommand.REFUSED);
        now = CLOCK.instant();
        for (String officer : List.of("MX", "SV", "GT")) {
            assertThat(sign(version, content, officer)).as(said()).isEqualTo(DirectoryCommand.DONE);
        }

        assertThat(said()).contains("Complete: put it into the directory folder as 2.der");
        assertThat(new DirectoryVerifier()
                        .accept(network.directories(), List.of(Files.readAllBytes(version)), CLOCK.instant()))
                .isInstanceOfSatisfying(
                        DirectoryVerdict.Accepted.class,
                        accepted -> assertThat(accepted.directories()
                                        .current()
                                        .content()
                                        .secretariat()
                                        .map(Member::code))
                                .contains(GT));
        Path nothing = Files.write(
                folder.resolve("same.der"),
                new DirectorySigner(new SecureRandom())
                        .sign(
                                network.proposed(same -> same),
                                List.of(network.officers().getFirst().keys()),
                                CLOCK.instant()));
        assertThat(run("show", "--version", nothing.toString())).isEqualTo(DirectoryCommand.REFUSED);
        assertThat(said()).contains("It is not signed here");
    }

    @Test
    void onlyAnOfficerOfTheDirectorySigns() throws IOException {
        Path node = folder.resolve("GT");
        int answer = run(
                "propose-calendar",
                "--proposal",
                proposal(new CalendarProposal(GT, CALENDAR)).toString(),
                "--version",
                folder.resolve("stray.der").toString(),
                "--keys",
                node.resolve("keys.p12").toString(),
                "--password-file",
                node.resolve("keys.password").toString());

        assertThat(answer).isEqualTo(DirectoryCommand.REFUSED);
        assertThat(said()).contains("These keys are not those of an officer");
        assertThat(folder.resolve("stray.der")).doesNotExist();
    }

    @Test
    void whoForgetsAWordIsToldWhichAndHowItIsUsed() {
        assertThat(run("sign", "--version", "x")).isEqualTo(DirectoryCommand.REFUSED);
        assertThat(said()).contains("--content is missing.", "Usage: directory propose-calendar");
        assertThat(run("burn")).isEqualTo(DirectoryCommand.REFUSED);
        assertThat(said()).contains("There is no burn.");
    }

    private int propose(Path proposal, Path version, String officer) {
        return run("propose-calendar", officer, "--proposal", proposal.toString(), "--version", version.toString());
    }

    private int sign(Path version, String content, String officer) {
        return run("sign", officer, "--version", version.toString(), "--content", content);
    }

    /// @param words the verb, perhaps whose officer it is, then names and values
    private int run(String... words) {
        said.reset();
        List<String> all = new ArrayList<>(List.of(
                words[0], "--directory", folder.resolve("directory").toString(), "--genesis", network.genesisHash()));
        int at = 1;
        if (words.length > 1 && !words[1].startsWith("--")) {
            Path officers = folder.resolve("officers");
            all.addAll(List.of(
                    "--keys",
                    officers.resolve(words[1] + ".p12").toString(),
                    "--password-file",
                    officers.resolve(words[1] + ".password").toString()));
            at = 2;
        }
        all.addAll(List.of(words).subList(at, words.length));
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new DirectoryCommand(Clock.fixed(now, ZoneOffset.UTC), new SecureRandom(), out, out)
                .run(all.toArray(String[]::new));
    }

    private Path proposal(CalendarProposal proposal) throws IOException {
        return Files.write(folder.resolve("calendar-" + proposal.member() + ".json"), proposal.bytes());
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String after(String word) {
        return said().lines()
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()))
                .findFirst()
                .orElseThrow();
    }
}
