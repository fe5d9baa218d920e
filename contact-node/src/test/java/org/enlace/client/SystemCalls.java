package org.enlace.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which systems call.
public interface SystemCalls {
    @Call("GET /api/v1/systems?after")
    SystemPage page(@Nullable String after);

    @Call("POST /api/v1/systems")
    Done add(NewSystem body);

    @Call("GET /api/v1/systems/{system}")
    ApiSystem read(String system);

    @Call("POST /api/v1/systems/{system}/certificates")
    Done certificate(String system, Pem body);

    @Call("POST /api/v1/systems/{system}/certificates/{fingerprint}/remove")
    Done remove(String system, String fingerprint);

    @Call("POST /api/v1/systems/{system}/lock")
    Done lock(String system);

    @Call("POST /api/v1/systems/{system}/terms")
    Done terms(String system, Terms body);

    @Call("POST /api/v1/systems/{system}/unlock")
    Done unlock(String system);

    /// All pages.
    default Stream<ApiSystem> all() {
        return Pages.<ApiSystem, String>following(after -> {
            var one = page(after);
            return new Pages.Following<>(one.systems(), one.next());
        });
    }

    record SystemPage(@Nullable String next, List<ApiSystem> systems) {}

    record NewSystem(
            String certificate,
            String contact,
            LocalDate lastDay,
            String name,
            String purpose,
            @Nullable List<String> roles,
            @Nullable List<String> sources) {}

    record Done(String system, boolean waits) {}

    record ApiSystem(
            List<Certificate> certificates,
            String contact,
            @Nullable LocalDate lastDay,
            String name,
            String purpose,
            List<String> roles,
            List<String> sources,
            String state,
            String system,
            boolean waiting) {}

    record Pem(String certificate) {}

    record Terms(
            LocalDate lastDay,
            @Nullable List<String> roles,
            @Nullable List<String> sources) {}

    record Certificate(
            String fingerprint,
            @Nullable Instant lastCall,
            Instant notAfter,
            Instant notBefore,
            @Nullable Instant refusedAt,
            @Nullable String refusedFor,
            String state) {}
}
