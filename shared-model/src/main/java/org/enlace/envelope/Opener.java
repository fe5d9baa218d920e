package org.enlace.envelope;

import java.time.Instant;
import java.util.Optional;
import org.enlace.directory.DecryptionKeys;
import org.enlace.directory.TrustedDirectories;
import org.enlace.message.NodeId;

/// The one verifier. Every way in uses it: live, repeated, restored, imported.
public final class Opener {
    private final Suite suite;

    public Opener(Suite suite) {
        this.suite = suite;
    }

    /// @param envelope as it left the broker
    /// @param topic Kafka topic it came on
    /// @return `Refused` for anything the sender or the broker can have got wrong; never throws for bytes
    public Opening open(
            byte[] envelope, String topic, DecryptionKeys mine, TrustedDirectories directories, Instant receivedAt) {
        return refuse(envelope);
    }

    /// Proves again what was opened before and kept: everything but decryption and freshness.
    ///
    /// @param receivedAt when it was opened first; the keys are judged as of then
    public Opening reopen(byte[] signedData, NodeId me, TrustedDirectories directories, Instant receivedAt) {
        return refuse(signedData);
    }

    private Opening refuse(byte[] bytes) {
        return new Refused(
                bytes.length > Limits.ENVELOPE_MAX || suite.providers().isEmpty()
                        ? Refusal.TOO_LARGE
                        : Refusal.NOT_AN_ENVELOPE,
                Optional.empty());
    }
}
