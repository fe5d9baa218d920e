package org.enlace.envelope;

import org.enlace.message.MalformedMessage;
import org.enlace.message.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The header as JSON. What is read must say exactly what we would write about the same header; only the order
/// of the fields and white space are free.
final class HeaderJson {
    private final JsonMapper trees = JsonMapper.builder().build();

    byte[] write(Header header) {
        return StrictJson.write(header);
    }

    Header read(byte[] json) throws Refusing {
        try {
            Header header = StrictJson.read(Header.class, json);
            boolean same = trees.readTree(json).equals(trees.readTree(StrictJson.write(header)));
            Refusing.unless(same, Refusal.HEADER);
            return header;
        } catch (MalformedMessage | JacksonException | IllegalArgumentException | NullPointerException malformed) {
            throw new Refusing(Refusal.HEADER);
        }
    }
}
