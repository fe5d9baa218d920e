package org.enlace.node.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.enlace.handling.Handling;
import org.enlace.message.About;
import org.enlace.message.Compartment;
import org.enlace.message.MessageType;
import org.enlace.node.casefile.CaseEvent;
import org.enlace.node.casefile.CaseEventKind;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.OpenedMessage;
import org.enlace.node.casefile.Side;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A case file as data; its schema is `schemas/case-file.schema.json`.
///
/// @param schemaVersion 1; it changes when a field changes its meaning or goes
/// @param exportedBy pseudonym of the officer
/// @param persons whether what is said about persons was opened, as far as the officer may
record ExportData(
        int schemaVersion,
        String caseRef,
        Instant exportedAt,
        String exportedBy,
        ExportPurpose purpose,
        boolean persons,
        List<One> messages,
        List<Part> excerpts,
        List<Event> events,
        List<Left> leftOut) {

    /// @param about the signed header
    /// @param content by compartment, as it came, fields of a newer version included
    /// @param closed compartments that exist and that the officer does not open, and why
    /// @param files that travelled with it; they stay in the node
    /// @param digest SHA-256 of the signed bytes, null for what was never sent to the broker
    record One(
            String id,
            MessageType type,
            Side side,
            String partner,
            String mode,
            Instant sentAt,
            Instant storedAt,
            About about,
            Map<Compartment, JsonNode> content,
            Map<Compartment, String> closed,
            List<ExportFiles.One> files,
            @Nullable String digest) {}

    /// Of a message that did not leave as a whole: what may be used, and nothing else.
    ///
    /// @param digest SHA-256 of the signed bytes of the whole message
    record Part(
            String id,
            MessageType type,
            String partner,
            String mode,
            Instant sentAt,
            Instant storedAt,
            Handling handling,
            List<Excerpt.Field> fields,
            @Nullable String digest) {}

    /// @param by the member that did it, null for this node; our officers are not named
    record Event(
            String message,
            CaseEventKind kind,
            @Nullable String by,
            @Nullable String toward,
            @Nullable String desk,
            @Nullable String ground,
            Instant at,
            @Nullable String forwardedTo,
            @Nullable String alternative,
            @Nullable String note,
            @Nullable LocalDate followUp) {}

    record Left(String id, MessageType type, String partner, Instant storedAt, LeftOut reason) {}

    static ExportData of(CaseExport export, JsonMapper json) {
        return new ExportData(
                1,
                export.reference().value(),
                export.at(),
                export.by().pseudonym(),
                export.purpose(),
                export.persons(),
                export.messages().stream()
                        .map(message -> one(message, export.filesOf(message), json))
                        .toList(),
                export.excerpts().stream().map(excerpt -> part(excerpt, json)).toList(),
                export.events().stream().map(ExportData::event).toList(),
                export.behind().stream()
                        .map(behind -> left(behind.message(), behind.why()))
                        .toList());
    }

    private static One one(OpenedMessage open, List<ExportFiles.One> files, JsonMapper json) {
        var entry = open.entry();
        var content = new TreeMap<Compartment, JsonNode>();
        open.contents().forEach((part, bytes) -> content.put(part, json.readTree(bytes)));
        var closed = new TreeMap<Compartment, String>();
        open.shut().forEach((part, why) -> closed.put(part, why.name()));
        return new One(
                entry.id().toString(),
                entry.gist().type(),
                entry.side(),
                entry.partner().value(),
                entry.mode().name(),
                entry.sentAt(),
                entry.storedAt(),
                open.about(),
                content,
                closed,
                files,
                entry.digest());
    }

    private static Part part(Excerpt excerpt, JsonMapper json) {
        var entry = excerpt.message().entry();
        return new Part(
                entry.id().toString(),
                entry.gist().type(),
                entry.partner().value(),
                entry.mode().name(),
                entry.sentAt(),
                entry.storedAt(),
                excerpt.message().about().handling(),
                excerpt.fields(json),
                entry.digest());
    }

    private static Event event(CaseEvent event) {
        var words = event.words();
        var partner = event.partner();
        var toward = event.toward();
        return new Event(
                String.valueOf(event.message()),
                event.kind(),
                partner == null ? null : partner.value(),
                toward == null ? null : toward.value(),
                partner == null ? null : event.actor(),
                event.ground(),
                event.happenedAt(),
                words.unit(),
                words.alternative(),
                words.note(),
                words.followUp());
    }

    private static Left left(MessageEntry message, LeftOut why) {
        return new Left(
                message.id().toString(),
                message.gist().type(),
                message.partner().value(),
                message.storedAt(),
                why);
    }
}
