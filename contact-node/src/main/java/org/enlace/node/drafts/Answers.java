package org.enlace.node.drafts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.enlace.message.GeoPoint;
import org.enlace.message.MessageId;
import org.enlace.node.web.Divisions;
import org.enlace.node.web.LocalMoment;
import org.enlace.person.PartialDate;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;

/// Reads a form's values as what they mean, and remembers each that does not fit.
public final class Answers {
    private final Values values;
    private final String prefix;
    private final ZoneId zone;
    private final List<Misfit> misfits;

    private Answers(Values values, String prefix, ZoneId zone, List<Misfit> misfits) {
        this.values = values;
        this.prefix = prefix;
        this.zone = zone;
        this.misfits = misfits;
    }

    /// @param zone in which times of day were typed
    static Answers to(Values values, ZoneId zone) {
        return new Answers(values, "", zone, new ArrayList<>());
    }

    List<Misfit> misfits() {
        return List.copyOf(misfits);
    }

    public @Nullable String text(String name) {
        return values.one(prefix + name);
    }

    /// What must be there: an empty text and a misfit when it is not.
    public String required(String name) {
        var text = text(name);
        return text == null ? misfit(name, Misfit.Kind.MISSING, "") : text;
    }

    public @Nullable Sensitive<String> withheld(String name) {
        var text = text(name);
        return text == null ? null : Sensitive.of(text);
    }

    public List<String> all(String name) {
        return values.all(prefix + name);
    }

    public boolean ticked(String name) {
        return text(name) != null;
    }

    public <E extends Enum<E>> E choice(String name, Class<E> kind, E unanswered) {
        var text = text(name);
        if (text == null) {
            return unanswered;
        }
        return Arrays.stream(kind.getEnumConstants())
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElseGet(() -> misfit(name, Misfit.Kind.NOT_A_CODE, unanswered));
    }

    public @Nullable LocalDate date(String name) {
        var text = text(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return this.<@Nullable LocalDate>misfit(name, Misfit.Kind.NOT_A_DATE, null);
        }
    }

    public @Nullable PartialDate partialDate(String name) {
        var text = text(name);
        try {
            return text == null ? null : new PartialDate(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            return this.<@Nullable PartialDate>misfit(name, Misfit.Kind.NOT_A_DATE, null);
        }
    }

    /// The id of a message, which only the draft itself holds.
    @Nullable
    MessageId message(String name) {
        var text = text(name);
        return text == null ? null : MessageId.parse(text);
    }

    /// A day and time of day by the node's clock.
    public @Nullable Instant moment(String name) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        var typed = LocalMoment.of(text, zone);
        if (typed.isEmpty()) {
            return this.<@Nullable Instant>misfit(name, Misfit.Kind.NOT_A_TIME, null);
        }
        var instant = typed.get().instant();
        return instant.isPresent()
                ? instant.get()
                : this.<@Nullable Instant>misfit(name, Misfit.Kind.NO_SUCH_TIME, null);
    }

    /// A count, 0 to 1,000,000.
    public int number(String name, int unanswered) {
        var text = text(name);
        if (text == null) {
            return unanswered;
        }
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : misfit(name, Misfit.Kind.NOT_A_NUMBER, unanswered);
    }

    /// A department, province or state by its name or its code.
    ///
    /// @param country in which it lies; null where none was chosen, and then nothing is told of it
    /// @return what was typed if it is neither
    public @Nullable String division(String name, @Nullable String country) {
        var text = text(name);
        return text == null || country == null
                ? text
                : Divisions.code(country, text).orElseGet(() -> misfit(name, Misfit.Kind.NOT_A_DIVISION, text));
    }

    /// `latitude, longitude` in degrees, as maps show it.
    public @Nullable GeoPoint point(String name) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        var parts = text.split(",", -1);
        try {
            return new GeoPoint(Double.parseDouble(parts[1].strip()), Double.parseDouble(parts[0].strip()));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return this.<@Nullable GeoPoint>misfit(name, Misfit.Kind.NOT_A_COORDINATE, null);
        }
    }

    /// The entries of a group that hold anything.
    public List<Answers> each(String group) {
        return values.numbers(prefix + group).stream()
                .map(number -> prefix + group + "." + number + ".")
                .filter(this::anyIn)
                .map(start -> new Answers(values, start, zone, misfits))
                .toList();
    }

    private boolean anyIn(String start) {
        return values.asMap().keySet().stream()
                .filter(name -> name.startsWith(start) && !name.endsWith("._"))
                .anyMatch(name -> values.one(name) != null);
    }

    /// Remembers an answer that does not fit.
    ///
    /// @return what to go on with
    <T extends @Nullable Object> T misfit(String name, Misfit.Kind kind, T instead) {
        misfits.add(new Misfit(prefix + name, kind));
        return instead;
    }
}
