package org.enlace.node.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a webhook may lead. Addresses are written out: nothing is looked up and nothing connected to.
class FenceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1.2.3",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "fec0::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::a00:1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "2001:0:1::1",
                "2001:db8::1",
                "100::1",
                "3fff::1"
            })
    void insideIsNeverReached(String address) {
        assertThatThrownBy(() -> new Fence(Set.of()).resolve(address)).isInstanceOf(Fence.NotAllowed.class);
        assertThatThrownBy(() -> new Fence(Set.of("gateway.example")).resolve(address))
                .isInstanceOf(Fence.NotAllowed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "100.128.0.1", "172.32.0.1", "192.1.2.3", "198.20.0.1", "2606:4700::1", "2001:4860::1"
            })
    void whatIsPublicIs(String address) throws UnknownHostException {
        assertThat(new Fence(Set.of()).resolve(address)).containsExactly(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x7f000001", "2130706433", "127.1"})
    void otherWaysToWriteThisMachineLeadNowhere(String address) {
        assertThatThrownBy(() -> new Fence(Set.of()).resolve(address)).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void onlyTheHostThatTheOperatorNamesExactlyMayLeadInside() throws UnknownHostException {
        var fence = new Fence(Set.of("127.0.0.1"));

        assertThat(fence.resolve("127.0.0.1")).hasSize(1);
        assertThatThrownBy(() -> fence.resolve("127.0.0.2")).isInstanceOf(Fence.NotAllowed.class);
        assertThatThrownBy(() -> fence.resolve("localhost")).isInstanceOf(Fence.NotAllowed.class);
    }
}
