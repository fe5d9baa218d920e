package org.enlace.console;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerRequests;
import org.enlace.node.access.Officers;
import org.enlace.node.access.Role;
import org.enlace.node.access.SystemAsked;
import org.enlace.node.access.SystemOutcome;
import org.enlace.node.access.SystemRegister;
import org.enlace.node.access.SystemTerms;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/// Systems that two persons of a running node have let in.
record RegisteredSystems(ApplicationContext context) {

    /// Where systems call.
    int port() {
        var server = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
        return Arrays.stream(((TomcatWebServer) server).getTomcat().getService().findConnectors())
                .filter(connector -> connector.getSecure())
                .findFirst()
                .orElseThrow()
                .getLocalPort();
    }

    SystemProgram program(SystemKeys keys) {
        return new SystemProgram(port(), keys);
    }

    /// @param sources empty for any
    /// @return pseudonym
    String add(SystemKeys keys, String sources, Role... roles) {
        var terms = SystemTerms.of(Set.of(roles), sources, register().today().plusDays(30));
        var asked = new SystemAsked("Cases", "Desk of the ministry", "Case exchange", terms, keys.pem());
        if (register().add(asked, officer(Role.OPERATOR)) instanceof SystemOutcome.Asked(var system)) {
            agree();
            return system;
        }
        throw new IllegalStateException("The system was refused");
    }

    /// A second person agrees to all that waits.
    void agree() {
        var requests = context.getBean(OfficerRequests.class);
        requests.waiting().forEach(change -> requests.decide(change.id(), true, officer(Role.SUPERVISOR)));
    }

    SystemRegister register() {
        return context.getBean(SystemRegister.class);
    }

    Officer officer(Role role) {
        return context.getBean(Officers.class).working().stream()
                .filter(officer -> officer.roles().equals(Set.of(role)))
                .findFirst()
                .orElseThrow();
    }
}
