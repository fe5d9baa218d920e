package org.enlace.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    @Test
    void aBrokerKilledInItsOwnJvmComesBackOnItsOwnDataAndPorts() throws Exception {
        TestNetwork network = new TestNetwork(folder.resolve("network"));
        Plan plan = Plan.between(
                new Topology(Map.of(), Set.of(), Map.of()),
                Topology.of(TestNetwork.directory(TestNetwork.member("GT")), Settings.forBrokers(1)));
        try (LocalBroker local =
                LocalBroker.startProcesses(folder.resolve("data"), network.folder(), 1, BrokerJvm.small())) {
            String bootstrap = local.bootstrap();
            long pid = local.pids().getFirst();
            try (Broker broker = new Broker(bootstrap, network.admin())) {
                broker.apply(plan);
            }

            local.kill(0);
            assertThat(ProcessHandle.of(pid)).isEmpty();
            local.restart(0);

            assertThat(local.bootstrap()).isEqualTo(bootstrap);
            assertThat(local.pids()).doesNotContain(pid);
            try (Broker broker = new Broker(bootstrap, network.admin())) {
                assertThat(broker.found().topics()).hasSize(7);
            }
        }
        assertThat(Files.readString(folder.resolve("data/broker-1.log"))).doesNotContain("ERROR");
    }

    @Test
    void brokersThatAreUpAreLeftAloneWhenAKilledOneIsStartedAgain() {
        TestNetwork network = new TestNetwork(folder.resolve("network"));
        Path data = folder.resolve("data");
        try (LocalBroker local = LocalBroker.startProcesses(data, network.folder(), 3, BrokerJvm.small())) {
            List<Long> before = local.pids();
            local.kill(1);
            Map<Integer, ProcessHandle> up = Map.of(0, handle(before.get(0)), 2, handle(before.get(2)));

            try (LocalBroker again = LocalBroker.startProcesses(data, network.folder(), 3, BrokerJvm.small(), up)) {
                assertThat(again.pids().get(0)).isEqualTo(before.get(0));
                assertThat(again.pids().get(1)).isNotEqualTo(before.get(1));
                assertThat(again.pids().get(2)).isEqualTo(before.get(2));
            }
            assertThat(ProcessHandle.of(before.getFirst())).isEmpty();
        }
    }

    private static ProcessHandle handle(long pid) {
        return ProcessHandle.of(pid).orElseThrow();
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
