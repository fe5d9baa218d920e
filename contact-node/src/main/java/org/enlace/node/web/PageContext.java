package org.enlace.node.web;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.enlace.message.NodeId;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Role;
import org.jspecify.annotations.Nullable;

/// What every template gets first: who reads, in which language, under which clock, and what a page needs to be whole.
public final class PageContext {
    /// The hidden field that every form carries.
    public record FormToken(String name, String value) {}

    /// @param back path and question of this page, which lead nowhere else
    /// @param asked the form that this page answers, where sending it again only asks again
    /// @param holding whether this page holds what was typed and is kept nowhere else
    /// @param endsAt when the sign-in runs out if nothing more is asked for, or null where nobody is signed in
    /// @param nonce of this answer; each script and each element with an `hx-` attribute carries it
    record Visit(
            Locale locale,
            Theme theme,
            boolean shortcuts,
            String path,
            String back,
            List<KeptField> asked,
            boolean holding,
            String nonce,
            FormToken token,
            Instant now,
            @Nullable Instant endsAt) {}

    private final Visit visit;
    private final @Nullable Officer officer;
    private final Console console;

    PageContext(Visit visit, @Nullable Officer officer, Console console) {
        this.visit = visit;
        this.officer = officer;
        this.console = console;
    }

    /// The same visit in another language: for what is handed to somebody else.
    public PageContext in(Locale other) {
        return new PageContext(visit(other, visit.back(), visit.holding()), officer, console);
    }

    /// The same visit, for this page.
    PageContext of(Page shown) {
        var back = shown.address() == null ? visit.back() : shown.address();
        return new PageContext(visit(visit.locale(), back, shown.holding()), officer, console);
    }

    private Visit visit(Locale locale, String back, boolean holding) {
        return new Visit(
                locale,
                visit.theme(),
                visit.shortcuts(),
                visit.path(),
                back,
                visit.asked(),
                holding,
                visit.nonce(),
                visit.token(),
                visit.now(),
                visit.endsAt());
    }

    public Locale locale() {
        return visit.locale();
    }

    public String language() {
        return visit.locale().getLanguage();
    }

    public List<Locale> languages() {
        return console.settings().languages();
    }

    public Theme theme() {
        return visit.theme();
    }

    /// Whether single letters are shortcuts for this reader.
    public boolean shortcuts() {
        return visit.shortcuts();
    }

    public String path() {
        return visit.path();
    }

    /// Where this page is found again, with the question that was asked of it.
    public String back() {
        return visit.back();
    }

    /// The form that this page answers, if it may be sent once more to read the answer in another language.
    public List<KeptField> asked() {
        return visit.asked();
    }

    /// Whether another look is chosen on this page: not where what was typed would be lost by it.
    public boolean looks() {
        return !visit.holding();
    }

    public String nonce() {
        return visit.nonce();
    }

    public FormToken token() {
        return visit.token();
    }

    public Instant now() {
        return visit.now();
    }

    /// When the sign-in runs out, in milliseconds of the epoch, or null where nobody is signed in.
    public @Nullable Long endsAt() {
        var endsAt = visit.endsAt();
        return endsAt == null ? null : endsAt.toEpochMilli();
    }

    /// Whoever is signed in, or null on the pages before that.
    public @Nullable Officer officer() {
        return officer;
    }

    public boolean training() {
        return console.settings().training();
    }

    /// Whether those who run this node must be told that its database forgets with the power.
    public boolean warnsOfPowerCuts() {
        return officer != null && officer.is(Role.OPERATOR) && console.fearsPowerCuts();
    }

    /// Whether those who run this node must be told that a password alone opens it.
    public boolean warnsOfPasswordsAlone() {
        return officer != null && officer.is(Role.OPERATOR) && console.passwordAlone();
    }

    /// Whether those who run this node must be told that officers' passwords open its API.
    public boolean warnsOfApiPasswords() {
        return officer != null && officer.is(Role.OPERATOR) && console.doors().passwords();
    }

    public String zone() {
        return console.settings().zone().getId();
    }

    /// The local clock's short name, such as `CST`.
    public String zoneName() {
        return times().zoneName(now());
    }

    /// Whether this node has such a page.
    public boolean exists(String path) {
        return console.navigation().exists(path);
    }

    public String nodeName() {
        return country(console.settings().node());
    }

    public List<NavigationEntry> navigation() {
        return console.navigation().entries(officer, path());
    }

    /// @param arguments name, value, name, value
    public String text(String key, Object... arguments) {
        return console.texts().get(locale(), key, arguments);
    }

    public boolean hasText(String key) {
        return console.texts().has(locale(), key);
    }

    public String asset(String name) {
        return console.assets().url(name);
    }

    public String icon(String name) {
        return asset("icons.svg") + "#" + name;
    }

    public String country(NodeId member) {
        return country(member.value());
    }

    /// The partner of exercises is no country and has a name of its own.
    public String country(String code) {
        return code.equals("ZZ") ? text("web.exercise-partner") : Names.country(locale(), code);
    }

    public String languageName(String code) {
        return Names.language(locale(), code);
    }

    /// The language's name in itself: `español`.
    public String ownName(Locale language) {
        return Names.language(language, language.getLanguage());
    }

    /// `02:20 (07:20 UTC)`, with the day before it when it is not today.
    public String time(Instant at) {
        return times().both(at, now());
    }

    public String clock(Instant at) {
        return times().clock(at);
    }

    /// `02:20:07 (07:20:07 UTC)`, with the day before it when it is not today.
    public String exact(Instant at) {
        return times().exact(at, now());
    }

    public String utc(Instant at) {
        return times().utc(at);
    }

    public String weekday(Instant at) {
        return times().weekday(at);
    }

    public String day(Instant at) {
        return times().day(at);
    }

    /// A day of the calendar, wherever it is: `Fri, Dec 25, 2026`.
    public String date(LocalDate day) {
        return times().date(day);
    }

    /// `Saturday`.
    public String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale());
    }

    /// How long from now, or since then: `18:23`, `3:05:23`, `6 d 16 h`.
    public String span(Instant at) {
        return Times.span(Duration.between(now(), at));
    }

    private Times times() {
        return new Times(console.settings().zone(), locale());
    }
}
