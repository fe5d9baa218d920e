package org.enlace.node.ministry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// A provider that would be asked without TLS, or could not be told from another, stops the start.
class MinistrySettingsTest {
    private static final String AT = "enlace.sign-in.ministry";
    private static final Map<String, String> RIGHT = Map.of(
            "issuer", "https://id.ministry.example/realms/staff",
            "name", "Ministerio Público",
            "console", "https://console.example/",
            "client-id", "enlace",
            "secret-file", "/etc/enlace/ministry.secret");

    @ParameterizedTest
    @CsvSource({
        "issuer, http://id.ministry.example, issuer must be https",
        "issuer, https://id.ministry.example?tenant=1, issuer must be https",
        "issuer, https://somebody@id.ministry.example, issuer must be https",
        "console, http://console.example/, console must be the address",
        "name, '', name must say",
        "client-id, '', client-id must be",
        "secret-file, '', secret-file or key-file",
        "key-file, /etc/enlace/ministry.pem, secret-file or key-file",
        "algorithms, none, algorithms may be some of",
        "algorithms, HS256, algorithms may be some of",
        "origins, http://keys.ministry.example, origins are each https",
        "origins, https://keys.ministry.example/path, origins are each https"
    })
    void oneWrongSettingStopsTheStartAndSaysWhich(String name, String value, String said) {
        var given = new HashMap<>(RIGHT);
        if (value.isEmpty()) {
            given.remove(name);
        } else {
            given.put(name, value);
        }

        assertThatThrownBy(() -> bound(given)).rootCause().hasMessageContaining(AT + "." + said.split(" ", 2)[0]);
        assertThatThrownBy(() -> bound(given)).rootCause().hasMessageContaining(said);
    }

    @Test
    void withoutAnIssuerNothingIsOfferedAndOnlySaferAlgorithmsAreTakenUnlessSaid() {
        assertThat(bound(Map.of("name", "x")).on()).isFalse();

        var settings = bound(RIGHT);
        assertThat(settings.on()).isTrue();
        assertThat(settings.vouchesForSecondFactor()).isFalse();
        assertThat(settings.algorithms()).containsExactlyInAnyOrder("RS256", "PS256", "ES256", "ES384");
    }

    private static MinistrySettings bound(Map<String, String> given) {
        var properties = new HashMap<String, String>();
        given.forEach((name, value) -> properties.put(AT + "." + name, value));
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind(AT, Bindable.of(MinistrySettings.class))
                .get();
    }
}
