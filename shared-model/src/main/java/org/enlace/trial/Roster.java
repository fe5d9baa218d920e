package org.enlace.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.enlace.directory.ContactPoint;
import org.enlace.message.NodeId;
import tools.jackson.databind.json.JsonMapper;

/// Who can be a member of a trial network: the 35 member states of the OAS and the exercise partner `ZZ`. Desks and
/// telephone numbers are invented; no number can be dialled.
final class Roster {
    private final Map<NodeId, ContactPoint> contacts = new TreeMap<>();

    Roster() {
        try (InputStream json = Roster.class.getResourceAsStream("members.json")) {
            if (json == null) {
                throw new IllegalStateException("members.json is missing from the jar");
            }
            Arrays.stream(JsonMapper.shared().readValue(json, Entry[].class))
                    .forEach(entry -> contacts.put(entry.code(), entry.contact()));
        } catch (IOException e) {
            throw new UncheckedIOException("members.json cannot be read", e);
        }
    }

    List<NodeId> codes() {
        return List.copyOf(contacts.keySet());
    }

    /// @throws IllegalArgumentException if this is neither a member state of the OAS nor `ZZ`
    ContactPoint contact(NodeId code) {
        return Optional.ofNullable(contacts.get(code))
                .orElseThrow(() -> new IllegalArgumentException("Not in the roster of trial members: " + code));
    }

    private record Entry(
            NodeId code,
            String name,
            String unit,
            String city,
            String zone,
            List<String> languages,
            List<String> interpreters,
            String emergencyPhone,
            String hours,
            List<String> roles) {

        ContactPoint contact() {
            return new ContactPoint(
                    unit + ", " + name, city, zone, languages, interpreters, emergencyPhone, hours, roles, null);
        }
    }
}
