package org.enlace.message;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.enlace.message.Flaw.Code;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.ObjectReader;

/// Goes once through JSON text and finds what no mapper should meet: doubled fields, half characters, too much of
/// anything, a second value. What is no JSON at all ends it.
final class JsonScan {
    static final int FLAWS_MAX = 50;

    private final ObjectReader reader;
    private final int depthMax;
    private final List<Flaw> flaws = new ArrayList<>();
    private final Deque<Set<String>> names = new ArrayDeque<>();

    /// @param reader one that tolerates doubled fields
    JsonScan(ObjectReader reader, int depthMax) {
        this.reader = reader;
        this.depthMax = depthMax;
    }

    List<Flaw> flaws(String text) {
        try (JsonParser parser = reader.createParser(text)) {
            try {
                scan(parser);
            } catch (StreamConstraintsException e) {
                boolean deep = parser.streamReadContext().getNestingDepth() >= depthMax;
                add(Flaw.at(pointer(parser), deep ? Code.TOO_DEEP : Code.TOO_LONG));
            } catch (JacksonException e) {
                add(new Flaw(pointer(parser), Code.NOT_JSON, null, null, place(e.getLocation())));
            }
        }
        return List.copyOf(flaws);
    }

    private void scan(JsonParser parser) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            switch (token) {
                case START_OBJECT -> names.push(new HashSet<>());
                case END_OBJECT -> names.pop();
                case PROPERTY_NAME -> {
                    if (!names.getFirst().add(parser.currentName())) {
                        add(Flaw.at(pointer(parser), Code.FIELD_TWICE));
                    }
                    words(parser);
                }
                case VALUE_STRING -> words(parser);
                default -> {
                    // Nothing else can hide anything.
                }
            }
            if (parser.streamReadContext().inRoot()
                    && parser.streamReadContext().getCurrentIndex() > 0) {
                add(Flaw.at("", Code.MORE_THAN_ONE));
                return;
            }
        }
    }

    private void words(JsonParser parser) {
        if (PlainText.isBroken(parser.getString())) {
            // A broken name would break its pointer as well; its object is near enough.
            boolean name = parser.currentToken() == JsonToken.PROPERTY_NAME;
            String pointer = pointer(parser);
            add(Flaw.at(name ? pointer.substring(0, pointer.lastIndexOf('/')) : pointer, Code.BROKEN_TEXT));
        }
    }

    private void add(Flaw flaw) {
        if (flaws.size() < FLAWS_MAX) {
            flaws.add(flaw);
        }
    }

    private static String pointer(JsonParser parser) {
        return parser.streamReadContext().pathAsPointer().toString();
    }

    private static String place(TokenStreamLocation at) {
        return at.getLineNr() + ":" + at.getColumnNr();
    }
}
