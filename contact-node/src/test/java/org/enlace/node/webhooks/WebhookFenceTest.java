package org.enlace.node.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.enlace.node.outside.OutsideClient;
import org.junit.jupiter.api.Test;

/// No way to write this machine leads to it, unless the settings name exactly that host.
class WebhookFenceTest {
    @Test
    void twentyFormsOfAnAddressReachNothingThatListensHere() throws IOException {
        try (var four = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
                var six = new ServerSocket(four.getLocalPort(), 50, InetAddress.getByAddress(thisMachine6()));
                var client = new OutsideClient(Set.of("gateway.example"), null)) {
            int port = four.getLocalPort();
            var tried = new ArrayList<String>();
            for (var form : forms(port)) {
                tried.add(form);
                try {
                    var url = URI.create(form);
                    new WebhookSettings.Webhook(url, "cms", Path.of("secret"), null, Set.of(), Set.of(), null);
                    assertThat(client.deliver(new HttpPost(url))).as(form).isPresent();
                } catch (IllegalArgumentException e) {
                    // Settings that stop the start.
                    assertThat(e).as(form).isNotNull();
                }
            }

            assertThat(tried).hasSizeGreaterThanOrEqualTo(20);
            for (var listener : List.of(four, six)) {
                assertThat(connections(listener)).isZero();
            }
        }
    }

    private static byte[] thisMachine6() {
        var bytes = new byte[16];
        bytes[15] = 1;
        return bytes;
    }

    private static List<String> forms(int port) {
        return List.of(
                "https://127.0.0.1:" + port + "/",
                "https://localhost:" + port + "/",
                "https://LOCALHOST:" + port + "/",
                "https://localhost.:" + port + "/",
                "https://127.1:" + port + "/",
                "https://127.0.1:" + port + "/",
                "https://2130706433:" + port + "/",
                "https://0x7f000001:" + port + "/",
                "https://0x7f.0.0.1:" + port + "/",
                "https://0177.0.0.1:" + port + "/",
                "https://0:" + port + "/",
                "https://0.0.0.0:" + port + "/",
                "https://127.255.255.254:" + port + "/",
                "https://[::1]:" + port + "/",
                "https://[::]:" + port + "/",
                "https://[0:0:0:0:0:0:0:1]:" + port + "/",
                "https://[::ffff:127.0.0.1]:" + port + "/",
                "https://[::ffff:7f00:1]:" + port + "/",
                "https://[::127.0.0.1]:" + port + "/",
                "https://[64:ff9b::7f00:1]:" + port + "/",
                "https://[2002:7f00:1::]:" + port + "/",
                "https://gateway.example@127.0.0.1:" + port + "/",
                "https://127.0.0.1:" + port + "#@gateway.example/",
                "https://127.0.0.1:" + port + "\\@gateway.example/",
                "https://127.0.0.1%2e:" + port + "/",
                "http://127.0.0.1:" + port + "/",
                "ftp://127.0.0.1:" + port + "/",
                "file:///etc/passwd",
                "//127.0.0.1:" + port + "/");
    }

    private static int connections(ServerSocket listener) throws IOException {
        listener.setSoTimeout(50);
        try (var _ = listener.accept()) {
            return 1;
        } catch (SocketTimeoutException e) {
            return 0;
        }
    }
}
