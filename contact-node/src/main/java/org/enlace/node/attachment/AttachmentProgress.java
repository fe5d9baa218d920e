package org.enlace.node.attachment;

import java.time.Instant;
import java.util.UUID;

/// How far a file of a message has come.
///
/// @param number in its message, from 1
/// @param done chunks that are on the broker, or here
/// @param since when a chunk moved last
public record AttachmentProgress(UUID id, int number, int done, int chunks, AttachmentState state, Instant since) {}
