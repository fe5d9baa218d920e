package org.enlace.deploy.demo;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// Where the brokers of a demo listen, as their own settings say; 0 before they were first started.
final class BrokerPorts {
    private BrokerPorts() {}

    static List<Integer> of(DemoFolder folder, int brokers) {
        List<Integer> ports = new ArrayList<>();
        for (int index = 0; index < brokers; index++) {
            Path file = folder.broker().resolve(Up.broker(index) + ".properties");
            ports.add(Files.exists(file) ? port(file) : 0);
        }
        return ports;
    }

    private static int port(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties settings = new Properties();
            settings.load(reader);
            return Integer.parseInt(settings.getProperty("advertised.listeners").replaceFirst(".*:", ""));
        } catch (IOException e) {
            throw new Stop(file + " cannot be read.", e);
        }
    }
}
