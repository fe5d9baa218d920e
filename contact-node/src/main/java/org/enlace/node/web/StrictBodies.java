package org.enlace.node.web;

import java.io.IOException;
import java.util.List;
import org.enlace.message.MalformedMessage;
import org.enlace.message.StrictJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.stereotype.Component;

/// Reads the bodies of the API into records, exactly: what is missing, unknown or of another kind is refused, all of it
/// in one answer.
@Component
final class StrictBodies implements HttpMessageConverter<Record> {
    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType media) {
        return type.isRecord() && (media == null || MediaType.APPLICATION_JSON.isCompatibleWith(media));
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType media) {
        return false;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.APPLICATION_JSON);
    }

    @Override
    public Record read(Class<? extends Record> type, HttpInputMessage body) throws IOException {
        try {
            return StrictJson.readExactly(type, body.getBody().readAllBytes());
        } catch (MalformedMessage e) {
            throw new UnreadableBody(e.flaws());
        }
    }

    @Override
    public void write(Record value, @Nullable MediaType media, HttpOutputMessage answer) {
        throw new IllegalStateException("Answers are written by the node's own mapper");
    }
}
