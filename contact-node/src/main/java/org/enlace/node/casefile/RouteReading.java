package org.enlace.node.casefile;

import java.util.EnumSet;
import java.util.Optional;
import org.enlace.handling.Handling;
import org.enlace.handling.HandlingCode;
import org.enlace.message.Compartment;
import org.enlace.message.MessageType;
import org.enlace.message.RouteReport;
import org.springframework.stereotype.Component;

/// What route reports say, for what this node makes of all of them together. Whoever shows any of it decides who sees
/// it, and writes that down.
@Component
public class RouteReading {
    private final SealedParts parts;

    RouteReading(SealedParts parts) {
        this.parts = parts;
    }

    /// @param handling how its sender allows it to be used
    public record Told(RouteReport report, Handling handling) {}

    /// Empty of every other kind of message, of what was taken back, and of what a partner wants to be opened only by
    /// who has read a condition.
    public Optional<Told> of(MessageEntry message) {
        if (message.recalled() != null || message.gist().type() != MessageType.ROUTE_REPORT) {
            return Optional.empty();
        }
        var handling = parts.header(message).handling();
        return message.side() == Side.RECEIVED && handling.code() == HandlingCode.H3
                ? Optional.empty()
                : Optional.of(new Told((RouteReport) parts.read(message, EnumSet.of(Compartment.ALERT)), handling));
    }
}
