package org.enlace.exchange;

import java.nio.file.Path;
import java.util.Arrays;
import org.enlace.message.NodeId;

/// A node in a process of its own that sends and receives until its crash point ends it. Each message whose transaction
/// has committed is named on a line of the output.
public final class CrashingNode {
    private CrashingNode() {}

    /// @param arguments code, network folder, storage folder, genesis, broker, prefix of the notes, further settings
    public static void main(String[] arguments) throws InterruptedException {
        ExchangeNode.Running node = ExchangeNode.start(
                new NodeId(arguments[0]),
                Path.of(arguments[1]),
                Path.of(arguments[2]),
                arguments[3],
                arguments[4],
                Arrays.copyOfRange(arguments, 6, arguments.length));
        for (int i = 0; i < 300; i++) {
            String note = arguments[5] + "-" + i;
            node.send(Reports.to(Site.MX, note));
            System.out.println("SENT " + note);
            System.out.flush();
            Thread.sleep(200);
        }
    }
}
