package org.enlace.message;

import java.time.DateTimeException;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/// Reads a time from ISO 8601 text only, not from counts or arrays of numbers.
final class IsoText<T> extends StdDeserializer<T> {
    private final Function<String, T> parse;

    IsoText(Class<T> type, Function<String, T> parse) {
        super(type);
        this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return context.reportInputMismatch(this, "Text expected");
        }
        try {
            return parse.apply(parser.getString());
        } catch (DateTimeException e) {
            return context.reportInputMismatch(this, "Not such a time in ISO 8601");
        }
    }
}
