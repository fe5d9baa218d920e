package org.enlace.attachment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.enlace.message.MalformedMessage;
import org.enlace.message.StrictJson;

/// What stands in the compartment `ATTACHMENTS` of a message of any type.
///
/// @param attachments 1 to 20, in the order of their numbers
public record Attachments(List<Attachment> attachments) {
    /// Attachments of one message.
    public static final int COUNT_MAX = 20;

    public Attachments {
        attachments = List.copyOf(attachments);
        Set<UUID> ids = new HashSet<>();
        int before = 0;
        for (Attachment attachment : attachments) {
            if (attachment.number() <= before || !ids.add(attachment.id())) {
                throw new IllegalArgumentException("Attachments stand in their order, each with an id of its own");
            }
            before = attachment.number();
        }
        if (attachments.isEmpty() || attachments.size() > COUNT_MAX) {
            throw new IllegalArgumentException("A message has 1 to " + COUNT_MAX + " attachments, or none at all");
        }
    }

    /// @param compartment as it was signed
    /// @throws MalformedMessage if it is not exactly this; unknown fields are tolerated
    public static Attachments read(byte[] compartment) throws MalformedMessage {
        return StrictJson.read(Attachments.class, compartment);
    }

    public byte[] write() {
        return StrictJson.write(this);
    }
}
