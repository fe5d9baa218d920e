package org.enlace.node.casefile;

import java.util.Map;
import java.util.Set;
import org.enlace.message.About;
import org.enlace.message.Compartment;
import org.enlace.message.Message;
import org.jspecify.annotations.Nullable;

/// A message as far as one officer may read it: parts that are closed are absent from it.
///
/// @param contents of the opened parts, as they came
/// @param parts all that it has
/// @param opened the parts that it was joined from
/// @param shut the parts that exist and stayed closed, and why
public record OpenedMessage(
        MessageEntry entry,
        About about,
        Message message,
        Map<Compartment, byte[]> contents,
        Set<Compartment> parts,
        Set<Compartment> opened,
        Map<Compartment, Reach.Verdict> shut,
        @Nullable Standing standing) {}
