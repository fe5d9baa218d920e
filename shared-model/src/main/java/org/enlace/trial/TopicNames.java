package org.enlace.trial;

import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.enlace.directory.TopicSubject;
import org.enlace.message.NodeId;

/// How the topics of a network are named.
public enum TopicNames {
    /// `gt.cases`: for demonstrations, so that people can watch.
    READABLE,
    /// `t-` and 128 random bits: as in production, so that the broker's operator learns neither member nor subject.
    OPAQUE;

    Map<TopicSubject, String> of(NodeId member, SecureRandom random) {
        Map<TopicSubject, String> names = new EnumMap<>(TopicSubject.class);
        for (TopicSubject subject : TopicSubject.values()) {
            names.put(subject, name(lower(member.value()) + "." + lower(subject.name()), random));
        }
        return names;
    }

    String ofDirectory(SecureRandom random) {
        return name("directory", random);
    }

    private String name(String readable, SecureRandom random) {
        return switch (this) {
            case READABLE -> readable;
            case OPAQUE -> {
                byte[] bits = new byte[16];
                random.nextBytes(bits);
                yield "t-" + HexFormat.of().formatHex(bits);
            }
        };
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
