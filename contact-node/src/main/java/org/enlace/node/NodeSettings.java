package org.enlace.node;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What must be said about one node, under `enlace.` in its configuration. A wrong or missing value stops the
/// start with the sentence given here.
///
/// @param node member that this node speaks for
/// @param zone zone in which the console shows local times
/// @param languages languages of the console, the first is used where nobody chose
/// @param training whether every screen says that nothing here is meant
/// @param usersFile the officers of this contact point
@Validated
@ConfigurationProperties("enlace")
public record NodeSettings(
        @NotNull(message = "Say which member this node speaks for, such as GT")
        NodeId node,

        @NotNull(message = "Name the zone of the desk, such as America/Guatemala")
        ZoneId zone,

        @NotEmpty(message = "Name at least one language of the console: es, en, pt or fr")
        @DefaultValue({"es", "en", "pt", "fr"})
        List<Locale> languages,

        @DefaultValue("false") boolean training,

        @Nullable @ReadableFile(secret = true, message = "The list of officers cannot be read")
        Path usersFile,

        @Valid @NotNull(message = "Say where the directory is: enlace.directory.folder and enlace.directory.genesis")
        DirectorySettings directory,

        @Valid @NotNull(message = "Say where the keys are: enlace.keys.file and enlace.keys.password-file")
        KeySettings keys,

        @Valid @NotNull(message = "Say where the broker is: enlace.broker.bootstrap, identity and trust")
        BrokerSettings broker,

        @Valid @NotNull(message = "Say which certificate the console shows: enlace.console.identity")
        ConsoleSettings console) {

    public NodeSettings {
        languages = languages == null ? List.of() : List.copyOf(languages);
    }

    /// The mode of what is sent from here unless its sender says another: nothing is meant on a training node.
    public Mode usualMode() {
        return training ? Mode.EXERCISE : Mode.ACTUAL;
    }

    /// @param folder versions of the signed directory: `1.der`, `2.der` and so on
    /// @param genesis lower-case hex SHA-256 of version 1, compared in person when the member joined
    public record DirectorySettings(
            @NotNull(message = "Name the folder that holds the signed directory")
            @ReadableFile(folder = true, message = "The folder of the directory cannot be read")
            Path folder,

            @NotNull(message = "Give the fingerprint of the first directory")
            @Pattern(
                    regexp = "[0-9a-f]{64}",
                    message = "The fingerprint of the first directory is 64 lower-case hex digits")
            String genesis) {}

    /// @param file PKCS#12 with the node's signing and decryption keys
    /// @param passwordFile its password, on the first line
    /// @param storageFile PKCS#12 with the key that wraps the keys of cases; made at the first start, to be kept
    /// apart from the database and its backups
    public record KeySettings(
            @NotNull(message = "Name the file with the keys")
            @ReadableFile(secret = true, message = "The file with the keys cannot be read")
            Path file,

            @NotNull(message = "Name the file with the password of the keys")
            @ReadableFile(secret = true, message = "The file with the password of the keys cannot be read")
            Path passwordFile,

            @NotNull(message = "Name the file of the storage key")
            Path storageFile) {}

    /// @param bootstrap `host:port` of one or more brokers, separated by commas
    /// @param identity PEM: PKCS#8 key, certificate of this node, certificate of its issuer
    /// @param trust PEM: certificates that issue the brokers' certificates
    public record BrokerSettings(
            @NotBlank(message = "Name at least one broker, as host:port")
            @Pattern(
                    regexp = "[^\\s,:]+:[0-9]{1,5}(,[^\\s,:]+:[0-9]{1,5})*",
                    message = "Brokers are written host:port, separated by commas without spaces")
            String bootstrap,

            @NotNull(message = "Name the file with the transport key and certificate")
            @ReadableFile(secret = true, message = "The file with the transport key and certificate cannot be read")
            Path identity,

            @NotNull(message = "Name the file with the certificates that the brokers are trusted by")
            @ReadableFile(message = "The file with the certificates that the brokers are trusted by cannot be read")
            Path trust) {}

    /// @param identity PEM: PKCS#8 key and certificate of the console's TLS server, then its issuer
    public record ConsoleSettings(
            @NotNull(message = "Name the file with the TLS key and certificate of the console")
            @ReadableFile(
                    secret = true,
                    message = "The file with the TLS key and certificate of the console cannot be read")
            Path identity) {}
}
