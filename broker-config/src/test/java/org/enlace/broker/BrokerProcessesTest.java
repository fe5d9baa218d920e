package org.enlace.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Brokers in JVMs of their own. Mostly a wait for what Kafka takes to notice that one is gone, so they are waited for
/// beside those of [LocalBrokerTest] and not after them.
class BrokerProcessesTest {
    @TempDir
    Path folder;

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
}
