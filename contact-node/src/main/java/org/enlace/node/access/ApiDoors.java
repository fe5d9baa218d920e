package org.enlace.node.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/// Which ways into the API this node has, for those who run it.
@Component
public final class ApiDoors implements InitializingBean {
    private static final Logger log = LoggerFactory.getLogger(ApiDoors.class);

    private final ApiSettings settings;

    ApiDoors(ApiSettings settings) {
        this.settings = settings;
    }

    @Override
    public void afterPropertiesSet() {
        if (settings.passwordsAllowed()) {
            log.atWarn()
                    .log("Officers' passwords open the API (enlace.api.passwords=allowed);"
                            + " give each system a certificate of its own where messages are meant");
        }
    }

    /// Whether officers' names and passwords open the API.
    public boolean passwords() {
        return settings.passwordsAllowed();
    }

    /// Whether systems can call at all.
    public boolean certificates() {
        return settings.port() != null;
    }
}
