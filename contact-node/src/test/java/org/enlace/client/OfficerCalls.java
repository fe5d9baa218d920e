package org.enlace.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who works at this contact point, and all changes that wait.
public interface OfficerCalls {
    @Call("GET /api/v1/officers?after")
    OfficerPage page(@Nullable String after);

    @Call("POST /api/v1/officers")
    Done add(NewOfficer body);

    @Call("GET /api/v1/officers/changes")
    List<Change> changes();

    @Call("POST /api/v1/officers/changes/{id}/agree")
    Done agree(UUID id);

    @Call("POST /api/v1/officers/changes/{id}/refuse")
    Done refuse(UUID id);

    @Call("GET /api/v1/officers/{officer}")
    Officer read(String officer);

    @Call("POST /api/v1/officers/{officer}/code")
    Done code(String officer);

    @Call("POST /api/v1/officers/{officer}/lock")
    Done lock(String officer);

    @Call("POST /api/v1/officers/{officer}/ministry-off")
    Done ministryOff(String officer);

    @Call("POST /api/v1/officers/{officer}/roles")
    Done roles(String officer, Roles body);

    @Call("POST /api/v1/officers/{officer}/second-factor-reset")
    Done resetSecondFactor(String officer);

    @Call("POST /api/v1/officers/{officer}/unlock")
    Done unlock(String officer);

    /// All pages.
    default Stream<Officer> all() {
        return Pages.<Officer, String>following(after -> {
            var one = page(after);
            return new Pages.Following<>(one.officers(), one.next());
        });
    }

    record OfficerPage(@Nullable String next, List<Officer> officers) {}

    record NewOfficer(
            String displayName,
            @Nullable String email,
            @Nullable String language,
            @Nullable List<String> roles,
            String username) {}

    record Done(@Nullable String code, String officer, boolean waits) {}

    record Change(
            Instant askedAt,
            String askedBy,
            @Nullable String fingerprint,
            UUID id,
            String kind,
            @Nullable LocalDate lastDay,
            String officer,
            List<String> roles,
            List<String> sources) {}

    record Officer(
            String displayName,
            boolean listed,
            boolean ministry,
            String officer,
            List<String> roles,
            boolean secondFactor,
            String state,
            boolean waiting) {}

    record Roles(@Nullable List<String> roles) {}
}
