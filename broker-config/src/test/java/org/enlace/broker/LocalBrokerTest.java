package org.enlace.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalBrokerTest {
    @TempDir
    Path folder;

    @Test
    void aCertificateThatDoesNotNameTheBrokerIsRefusedBeforeItHangs() throws Exception {
        TestNetwork network = new TestNetwork(folder.resolve("network"));
        new Authority("CN=Transport, O=Enlace")
                .issue(folder.resolve("network/broker/broker.pem"), "O=Enlace, OU=infra, CN=broker");

        assertThatThrownBy(() -> LocalBroker.start(folder.resolve("data"), network.folder(), 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("order CN, OU, O");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aPortThatAnotherProgramTookIsNamed() throws Exception {
        TestNetwork network = new TestNetwork(folder.resolve("network"));
        LocalBroker.start(folder.resolve("data"), network.folder(), 1).close();
        int port = LocalSettings.in(folder.resolve("data"), network.admin(), 1)
                .clientPorts()
                .getFirst();

        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalBroker.start(folder.resolve("data"), network.folder(), 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Port " + port + " is taken by another program");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void brokersInsideThisJvmKeepTheirTopicsWhenTheyAreStartedAgain(int brokers) {
        TestNetwork network = new TestNetwork(folder.resolve("network"));
        Topology wanted = Topology.of(TestNetwork.directory(TestNetwork.member("GT")), Settings.forBrokers(brokers));

        String bootstrap;
        try (LocalBroker local = LocalBroker.start(folder.resolve("data"), network.folder(), brokers);
                Broker broker = new Broker(local.bootstrap(), network.admin())) {
            bootstrap = local.bootstrap();
            broker.apply(Plan.between(broker.found(), wanted));
        }

        try (LocalBroker local = LocalBroker.start(folder.resolve("data"), network.folder(), brokers);
                Broker broker = new Broker(local.bootstrap(), network.admin())) {
            assertThat(local.bootstrap()).isEqualTo(bootstrap);
            assertThat(Plan.between(broker.found(), wanted)).isEqualTo(new Plan(List.of(), List.of(), List.of()));
        }
    }
}
