package org.enlace.node.exchange;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.directory.Certificates;
import org.enlace.directory.EncryptionPair;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.keys.NodeKeys;
import org.springframework.stereotype.Component;

/// Compares the keys of this node with those that the directory lists for it, and says what that means: nothing can be
/// sent, or what others encrypt to a listed key cannot be opened.
@Component
class OwnKeysCheck {
    private static final int NAME_LENGTH = 16;

    private final Outbox outbox;
    private final NodeKeys keys;
    private final CurrentDirectory directory;
    private final Alarms alarms;

    OwnKeysCheck(Outbox outbox, NodeKeys keys, CurrentDirectory directory, Alarms alarms) {
        this.outbox = outbox;
        this.keys = keys;
        this.directory = directory;
        this.alarms = alarms;
    }

    void run(Instant now) {
        sending();
        opening(now);
    }

    private void sending() {
        for (SendingStopped.Why why : SendingStopped.Why.values()) {
            if (outbox.stopped().filter(why::equals).isPresent()) {
                alarms.raise(AlarmKind.SENDING_STOPPED, why.name(), version());
            } else {
                alarms.clear(AlarmKind.SENDING_STOPPED, why.name());
            }
        }
    }

    private void opening(Instant now) {
        List<EncryptionPair> listed = directory.self().enc();
        Set<String> missing = listed.stream()
                .filter(pair -> now.isBefore(pair.decryptUntil()))
                .filter(pair -> keys.decryption().pairs().stream().noneMatch(own -> own.match(pair)))
                .map(OwnKeysCheck::name)
                .collect(Collectors.toSet());
        missing.forEach(name -> alarms.raise(AlarmKind.KEY_MISSING, name, version()));
        alarms.subjects(AlarmKind.KEY_MISSING).stream()
                .filter(name -> !missing.contains(name))
                .forEach(name -> alarms.clear(AlarmKind.KEY_MISSING, name));
    }

    private String version() {
        return "version=" + directory.current().version();
    }

    /// As much of the key's identifier as tells it from others.
    private static String name(EncryptionPair pair) {
        return Certificates.keyId(Certificates.read(pair.certKem()))
                .map(id -> HexFormat.of().formatHex(id))
                .map(id -> id.substring(0, Math.min(NAME_LENGTH, id.length())))
                .orElse("");
    }
}
