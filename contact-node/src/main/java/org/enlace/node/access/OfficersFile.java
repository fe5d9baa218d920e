package org.enlace.node.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Makes the officers known that `enlace.users-file` lists. Who is already known stays as they are: a password changed
/// since, or an officer disabled since, is not set back by a restart.
@Component
class OfficersFile implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(OfficersFile.class);

    /// @param passwordHash Argon2id, as [Passwords] writes it
    private record Entry(
            @JsonProperty(required = true) String username,
            @JsonProperty(required = true) String displayName,
            @JsonProperty(required = true) Set<Role> roles,
            @JsonProperty(required = true) String passwordHash,
            @Nullable String language) {}

    private final AccessSettings settings;
    private final Accounts accounts;
    private final Secrets secrets = new Secrets();

    OfficersFile(AccessSettings settings, Accounts accounts) {
        this.settings = settings;
        this.accounts = accounts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var file = settings.usersFile();
        if (file == null) {
            return;
        }
        var added = 0;
        for (var entry : read(file)) {
            if (accounts.named(entry.username()).isEmpty()) {
                add(entry);
                added++;
            }
        }
        log.atInfo().addKeyValue("added", added).log("Officers read from file");
    }

    private void add(Entry entry) {
        if (!entry.passwordHash().startsWith("$argon2id$")) {
            throw new IllegalStateException("enlace.users-file holds a password hash that is not Argon2id");
        }
        var language = entry.language() == null ? null : Locale.forLanguageTag(entry.language());
        var officer =
                new Officer(secrets.officerId(), secrets.pseudonym(), entry.displayName(), entry.roles(), language);
        accounts.add(entry.username(), officer, entry.passwordHash());
    }

    private static List<Entry> read(Path file) {
        var json = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            return List.of(json.readValue(Files.newInputStream(file), Entry[].class));
        } catch (JacksonException | IOException e) {
            throw new IllegalStateException(
                    "enlace.users-file must be a JSON list of {username, displayName, roles, passwordHash, language}");
        }
    }
}
