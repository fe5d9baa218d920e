package org.enlace.envelope;

import java.util.Optional;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;

/// It must not be acted on. Outside, all refusals before `proven` look the same; which one it was is for the
/// local log.
///
/// @param proven what is certain all the same: present once signatures, sender, recipients and topic held. Only
///     then may a receipt name the refusal, and the stream must count the message or it would wait for it for
///     ever.
public record Refused(Refusal why, Optional<Proven> proven) implements Opening {

    public Optional<NodeId> sender() {
        return proven.map(Proven::sender);
    }

    /// The authentic part of a refused message.
    ///
    /// @param link its place in the stream from its sender to us
    /// @param digest lower-case hex SHA-256 of the signed data
    /// @param signedData evidence; personal data in clear, to be kept as such or not at all
    public record Proven(
            NodeId sender, MessageId msgId, Link link, String digest, String chainHash, SignedBytes signedData) {}

    /// The signed data of a refused message.
    public static final class SignedBytes {
        private final byte[] bytes;

        SignedBytes(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public String toString() {
            return "[withheld]";
        }
    }
}
