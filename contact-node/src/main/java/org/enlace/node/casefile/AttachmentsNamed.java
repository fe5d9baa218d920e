package org.enlace.node.casefile;

import org.enlace.attachment.Attachments;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// A message with files is in its case. Published inside the transaction that put it there.
///
/// @param message by which this node knows it
/// @param givenId by which its sender knows it, and to which the files are bound
/// @param from whose message it is; null if it is ours
public record AttachmentsNamed(
        MessageId message,
        MessageId givenId,
        CaseReference reference,
        @Nullable NodeId from,
        Attachments attachments) {}
