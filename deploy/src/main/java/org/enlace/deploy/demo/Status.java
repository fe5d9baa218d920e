package org.enlace.deploy.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enlace.message.NodeId;

/// What of a demo is running, for people and for programs.
///
/// @param running whether all of it is
record Status(boolean running, String folder, List<Part> parts, List<SignIn> signIns) {

    /// One process.
    ///
    /// @param kind `database`, `broker` or `node`
    /// @param pid 0 if it is not running
    /// @param address where people or programs reach it
    /// @param health where it says whether it is ready, nodes only
    record Part(
            String name,
            String kind,
            boolean running,
            long pid,
            String address,
            int port,
            Optional<String> health,
            String data,
            String log) {

        Part with(String address) {
            return new Part(name, kind, running, pid, this.address, port, Optional.of(address), data, log);
        }
    }

    static Status of(DemoFolder folder, List<SignIn> signIns) {
        Layout layout = folder.layout();
        List<Part> parts = new ArrayList<>();
        if (layout.database() == Database.POSTGRES) {
            Path log = folder.postgres().resolve("postgres.log");
            int port = layout.databasePort();
            parts.add(part(folder, Postgres.NAME, "database", "127.0.0.1:" + port, port, folder.postgres(), log));
        }
        List<Integer> ports = BrokerPorts.of(folder, layout.brokers());
        for (int index = 0; index < layout.brokers(); index++) {
            String name = Up.broker(index);
            Path data = folder.broker().resolve(name);
            Path log = folder.broker().resolve(name + ".log");
            int port = ports.get(index);
            parts.add(part(folder, name, "broker", "127.0.0.1:" + port, port, data, log));
        }
        for (NodeId node : layout.nodes()) {
            Path data = folder.node(node);
            Part part = part(
                    folder,
                    node.value(),
                    "node",
                    layout.address(node),
                    layout.console(node),
                    data,
                    data.resolve("node.log"));
            parts.add(part.with("http://127.0.0.1:" + layout.health(node) + "/health/ready"));
        }
        return new Status(parts.stream().allMatch(Part::running), folder.path().toString(), parts, signIns);
    }

    private static Part part(
            DemoFolder folder, String name, String kind, String address, int port, Path data, Path log) {
        Optional<ProcessHandle> process = folder.process(name).flatMap(Running::process);
        long pid = process.map(ProcessHandle::pid).orElse(0L);
        return new Part(
                name, kind, process.isPresent(), pid, address, port, Optional.empty(), data.toString(), log.toString());
    }
}
