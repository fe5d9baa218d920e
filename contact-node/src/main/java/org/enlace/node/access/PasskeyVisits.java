package org.enlace.node.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Says under which name and from which addresses a browser's passkeys count. The name was checked against
/// `enlace.console.hosts` before anything here is asked; the port is the standard one or the node's own, never what the
/// request says, or another service on the same machine could ask for our passkeys.
@Component
public class PasskeyVisits {
    /// Browsers make no passkeys for addresses of numbers.
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|.*:.*");

    private final FormTokens tokens;

    PasskeyVisits(FormTokens tokens) {
        this.tokens = tokens;
    }

    /// Empty where no passkey can work: the console was asked for by a number, or by a browser that keeps no cookie.
    public Optional<PasskeyVisit> of(HttpServletRequest request) {
        var host = request.getServerName().toLowerCase(Locale.ROOT);
        var token = tokens.loadToken(request);
        if (token == null || NUMBERS.matcher(host).matches()) {
            return Optional.empty();
        }
        var standard = request.getScheme() + "://" + host;
        return Optional.of(new PasskeyVisit(
                host,
                Set.of(standard, standard + ":" + request.getLocalPort()),
                Secrets.hash("browser", token.getToken()),
                request.getRemoteAddr()));
    }
}
