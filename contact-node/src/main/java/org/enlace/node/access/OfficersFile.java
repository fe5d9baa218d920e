package org.enlace.node.access;

import java.nio.file.Path;
import java.util.List;
import org.enlace.directory.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads `enlace.users-file` before anything of the node answers, and stops the start if any line of it is wrong.
@Component
class OfficersFile implements InitializingBean {
    private static final Logger log = LoggerFactory.getLogger(OfficersFile.class);

    private final AccessSettings settings;
    private final Roster roster;

    OfficersFile(AccessSettings settings, Roster roster) {
        this.settings = settings;
        this.roster = roster;
    }

    @Override
    public void afterPropertiesSet() {
        if (settings.secondFactor() == AccessSettings.SecondFactor.OPTIONAL) {
            log.atWarn()
                    .log("A password alone opens this node (enlace.second-factor=optional);"
                            + " demand a second factor where messages are meant");
        }
        var file = settings.usersFile();
        if (file != null) {
            roster.apply(read(file));
        }
    }

    private static List<ListedOfficer> read(Path file) {
        var json = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            return List.of(json.readValue(PrivateFiles.read(file), ListedOfficer[].class));
        } catch (JacksonException _) {
            throw new IllegalStateException("enlace.users-file must be a JSON list of"
                    + " {username, displayName, roles, passwordHash, language, disabled, email}");
        }
    }
}
