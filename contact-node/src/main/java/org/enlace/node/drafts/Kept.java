package org.enlace.node.drafts;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.enlace.message.CaseReference;
import org.enlace.message.Compartment;
import org.enlace.message.Compartments;
import org.enlace.message.MalformedMessage;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.node.groups.GroupChoice;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A message as its writer asked for it to be sent. It rests sealed, and what is decided is decided about it.
///
/// @param keeps null if it was written before there were such
record Kept(
        MessageId id,
        CaseReference reference,
        Mode mode,
        List<NodeId> recipients,
        Wanted.Outline outline,
        MessageType type,
        Map<Compartment, byte[]> parts,
        @Nullable Set<Compartment> keeps,
        @Nullable GroupChoice group) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static byte[] write(Wanted wanted) {
        return JSON.writeValueAsBytes(new Kept(
                wanted.id(),
                wanted.reference(),
                wanted.mode(),
                wanted.recipients(),
                wanted.outline(),
                wanted.message().type(),
                new EnumMap<>(Compartments.split(wanted.message())),
                wanted.keeps(),
                wanted.group()));
    }

    /// @throws IllegalStateException if this node did not write it
    static Wanted read(byte[] bytes) {
        try {
            var kept = JSON.readValue(bytes, Kept.class);
            return new Wanted(
                    kept.id(),
                    kept.reference(),
                    kept.mode(),
                    kept.recipients(),
                    kept.outline(),
                    Compartments.join(kept.type(), kept.parts()),
                    Objects.requireNonNullElse(kept.keeps(), Set.of()),
                    kept.group());
        } catch (JacksonException | MalformedMessage _) {
            // Their messages may quote what a person said.
            throw new IllegalStateException("A message that waits for release was not written by this node");
        }
    }
}
