package org.enlace.node.operations;

import java.time.Instant;
import org.enlace.node.exchange.QuarantineReason.NextStep;

/// A record in quarantine in the words of the reader; never anything of its content.
///
/// @param code stable code of the reason
/// @param means what the reason says about the record
/// @param heat how much it hurries, as the class of a row: `URGENT`
/// @param claimed country on whose topic it came; nobody has proven that it sent it
/// @param subject what that topic is about
public record QuarantinedLine(
        String id,
        String code,
        String reason,
        String means,
        NextStep step,
        String next,
        String heat,
        String claimed,
        String subject,
        String size,
        String digest,
        long offset,
        Instant at) {}
