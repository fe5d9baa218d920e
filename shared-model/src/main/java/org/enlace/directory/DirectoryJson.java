package org.enlace.directory;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// The JSON of the directory. Reading is strict, because two readers of one signed text must not see two directories:
/// what is unknown, missing, doubled, null, coerced, too deep or left over is refused.
final class DirectoryJson {
    private static final int DEPTH_MAX = 8;
    private static final int STRING_CHARS_MAX = 64 * 1024;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .maxStringLength(STRING_CHARS_MAX)
                            .maxNumberLength(20)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .changeDefaultNullHandling(nulls -> JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
            .annotationIntrospector(new RequiredUnlessLeftOut())
            .addModule(new SimpleModule().addDeserializer(PublishedCalendar.class, new CalendarReader()))
            .build();

    byte[] write(Directory directory) {
        return mapper.writeValueAsBytes(directory);
    }

    byte[] write(CalendarProposal proposal) {
        return mapper.writeValueAsBytes(proposal);
    }

    /// @throws IllegalArgumentException if this is none
    CalendarProposal proposal(byte[] json) {
        try {
            @Nullable CalendarProposal proposal = mapper.readValue(json, CalendarProposal.class);
            if (proposal != null) {
                return proposal;
            }
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalArgumentException("No proposal of a calendar as protocol 10.1 has it: " + reason(e), e);
        }
        throw new IllegalArgumentException("No proposal of a calendar: the file holds nothing");
    }

    /// What was wrong in the first place, in the words of whoever found it.
    private static String reason(Throwable found) {
        Throwable first = found;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return first instanceof JacksonException json ? json.getOriginalMessage() : String.valueOf(first.getMessage());
    }

    Directory read(byte[] json) throws RejectedDirectory {
        try {
            Directory directory = mapper.readValue(json, Directory.class);
            RejectedDirectory.unless(directory != null, DirectoryRejection.CONTENT);
            return directory;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new RejectedDirectory(DirectoryRejection.CONTENT);
        }
    }
}
