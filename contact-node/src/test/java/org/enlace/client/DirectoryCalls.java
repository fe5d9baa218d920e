package org.enlace.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is in the network.
public interface DirectoryCalls {
    @Call("GET /api/v1/directory")
    Network read();

    @Call("POST /api/v1/directory/secretariat")
    Proposal secretariat(NewSecretariat body);

    record NewSecretariat(@Nullable String member) {}

    record Proposal(String content, @Nullable String from, String hash, String to, int version) {}

    record Network(Instant at, List<Point> contactPoints, Instant expiresAt, long version) {}

    record Calendar(List<LocalDate> holidays, boolean published, List<String> restDays) {}

    record Point(
            Calendar calendar,
            boolean canBeWrittenTo,
            String city,
            String emergencyPhone,
            List<String> functions,
            String hours,
            List<String> interpreters,
            @Nullable Instant keyEnds,
            String keys,
            List<String> languages,
            @Nullable Instant lastHeard,
            String member,
            String relation,
            @Nullable Instant silentSince,
            String status,
            String unit,
            String zone) {}
}
