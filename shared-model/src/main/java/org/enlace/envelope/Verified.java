package org.enlace.envelope;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.enlace.message.Compartment;
import org.enlace.message.Message;
import org.enlace.message.NodeId;

/// A message from outside of which everything is proven: sender, recipients, place in the stream, content. Only
/// [Opener] makes one, so whoever asks for this type cannot be handed anything else.
public final class Verified<M extends Message> {
    private final Header header;
    private final M message;
    private final Map<Compartment, byte[]> compartments;
    private final byte[] signedData;
    private final Link link;
    private final String digest;
    private final String chainHash;

    Verified(Header header, M message, Map<Compartment, byte[]> compartments, byte[] signedData, Link link) {
        this.header = header;
        this.message = message;
        this.compartments = copy(compartments);
        this.signedData = signedData.clone();
        this.link = link;
        this.digest = Digests.digest(signedData);
        this.chainHash = Digests.chainHash(signedData);
    }

    private Verified(Verified<?> of, M message) {
        this.header = of.header;
        this.message = message;
        this.compartments = of.compartments;
        this.signedData = of.signedData;
        this.link = of.link;
        this.digest = of.digest;
        this.chainHash = of.chainHash;
    }

    public Header header() {
        return header;
    }

    public M message() {
        return message;
    }

    public NodeId sender() {
        return header.sender();
    }

    /// The bytes that the header's commitments are about, in the order of the wire.
    public Map<Compartment, byte[]> compartments() {
        return copy(compartments);
    }

    /// CMS SignedData in DER: the evidence. Personal data in clear.
    public byte[] signedData() {
        return signedData.clone();
    }

    /// Lower-case hex SHA-256 of the signed data: what our receipt names.
    public String digest() {
        return digest;
    }

    public String chainHash() {
        return chainHash;
    }

    /// Its place in the stream from its sender to us.
    public Link link() {
        return link;
    }

    /// This message, if it is of that kind.
    public <N extends Message> Optional<Verified<N>> as(Class<N> kind) {
        return kind.isInstance(message) ? Optional.of(new Verified<>(this, kind.cast(message))) : Optional.empty();
    }

    private static Map<Compartment, byte[]> copy(Map<Compartment, byte[]> compartments) {
        EnumMap<Compartment, byte[]> copy = new EnumMap<>(Compartment.class);
        compartments.forEach((compartment, bytes) -> copy.put(compartment, bytes.clone()));
        return Collections.unmodifiableMap(copy);
    }

    @Override
    public String toString() {
        return "Verified[" + header.msgId() + " from " + header.sender() + "]";
    }
}
