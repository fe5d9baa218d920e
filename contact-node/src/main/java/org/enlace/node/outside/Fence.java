package org.enlace.node.outside;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/// Looks up where a name outside leads, once for each connection, and lets it lead to public addresses only:
/// what was looked up is what is connected to. Hosts that the operator names may lead inside.
public final class Fence implements DnsResolver {
    private final Set<String> inside;

    /// @param inside hosts that may lead to any address
    public Fence(Set<String> inside) {
        this.inside = Set.copyOf(inside);
    }

    /// A name that leads where nothing of ours must go.
    public static final class NotAllowed extends UnknownHostException {
        NotAllowed() {
            super("The name leads to an address inside a network");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = InetAddress.getAllByName(host);
        if (!inside.contains(host) && !Arrays.stream(addresses).allMatch(Fence::isPublic)) {
            throw new NotAllowed();
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /// Whether all addresses of the name are of this machine.
    public static boolean isThisMachine(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /// Whether the whole internet may be meant by it: neither this machine nor a network that is somebody's own, nor a
    /// way around to one.
    ///
    /// @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA special addresses</a>
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> isPublic4(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
            case Inet6Address _ -> isPublic6(bytes);
            default -> false;
        };
    }

    private static boolean isPublic4(int a, int b, int c) {
        return !(a == 0
                || a >= 240
                || (a == 100 && b >= 64 && b < 128)
                || (a == 192 && b == 0 && (c == 0 || c == 2))
                || (a == 192 && b == 88 && c == 99)
                || (a == 198 && (b == 18 || b == 19))
                || (a == 198 && b == 51 && c == 100)
                || (a == 203 && b == 0 && c == 113));
    }

    /// Global unicast without what wraps an address of version 4 (6to4, Teredo) and what is for documents.
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        return first >= 0x2000
                && first < 0x4000
                && first != 0x2002
                && !(first == 0x2001 && (second < 0x0200 || second == 0x0db8))
                && first != 0x3fff;
    }
}
