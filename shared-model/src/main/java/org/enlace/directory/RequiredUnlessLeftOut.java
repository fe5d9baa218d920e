package org.enlace.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/// A record's component must be there unless it says by [JsonInclude] that it is left out when there is nothing to say.
final class RequiredUnlessLeftOut extends JacksonAnnotationIntrospector {

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        if (member instanceof AnnotatedParameter parameter
                && parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor
                && constructor.getDeclaringClass().isRecord()) {
            return !parameter.hasAnnotation(JsonInclude.class);
        }
        return super.hasRequiredMarker(config, member);
    }
}
