package org.enlace.node.drafts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.enlace.message.Place;
import org.enlace.node.web.Divisions;
import org.enlace.person.Identity;
import org.enlace.person.Sensitive;
import org.enlace.person.ShowsPersonalData;
import org.jspecify.annotations.Nullable;

/// A form filled with what was sent: the inverse of [Answers].
public final class Prefilled {
    private final ZoneId zone;
    private final Map<String, List<String>> values = new TreeMap<>();

    Prefilled(ZoneId zone) {
        this.zone = zone;
    }

    public Map<String, List<String>> values() {
        return Map.copyOf(values);
    }

    public Prefilled put(String name, @Nullable Object value) {
        return value == null ? this : put(name, List.of(value.toString()));
    }

    public Prefilled put(String name, List<String> all) {
        if (!all.isEmpty()) {
            values.put(name, List.copyOf(all));
        }
        return this;
    }

    /// It goes back into the form of an officer who may read it.
    @ShowsPersonalData
    public Prefilled put(String name, @Nullable Sensitive<?> value) {
        return value == null ? this : put(name, value.reveal());
    }

    /// A day and time of day by the node's clock.
    public Prefilled moment(String name, @Nullable Instant at) {
        return at == null ? this : put(name, at.atZone(zone).toLocalDateTime());
    }

    public Prefilled place(String name, @Nullable Place place) {
        return place == null
                ? this
                : put(name + ".country", place.country())
                        .division(name + ".subdivision", place)
                        .put(name + ".locode", place.locode());
    }

    /// By its name, if that leads to its code again.
    public Prefilled division(String name, Place place) {
        var code = place.subdivision();
        var known = code == null ? null : Divisions.name(code);
        var again =
                known == null ? null : Divisions.code(place.country(), known).orElse(null);
        return put(name, Objects.equals(code, again) ? known : code);
    }

    /// @see People#NAMES
    public Prefilled people(List<Identity> persons) {
        for (var at = 0; at < persons.size(); at++) {
            var person = persons.get(at);
            var name = "name." + at + ".";
            put(name + "family", person.familyName())
                    .put(name + "given", person.givenNames())
                    .put(name + "birth", person.birthDate());
            for (var document : person.documents()) {
                put(name + "document", document.kind())
                        .put(name + "documentCountry", document.country())
                        .put(name + "documentNumber", document.number());
            }
        }
        return this;
    }
}
