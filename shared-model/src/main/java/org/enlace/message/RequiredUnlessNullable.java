package org.enlace.message;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/// A record's component must be there unless its type says `@Nullable`; a list that is not there is empty.
final class RequiredUnlessNullable extends JacksonAnnotationIntrospector {

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return required(member) ? Boolean.TRUE : super.hasRequiredMarker(config, member);
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        return required(annotated)
                ? JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL)
                : super.findSetterInfo(config, annotated);
    }

    private static boolean required(Annotated annotated) {
        if (!(annotated instanceof AnnotatedParameter parameter)) {
            return false;
        }
        Executable owner = (Executable) parameter.getOwner().getAnnotated();
        if (!(owner instanceof Constructor<?> constructor)
                || !constructor.getDeclaringClass().isRecord()) {
            return false;
        }
        Class<?> raw = owner.getParameterTypes()[parameter.getIndex()];
        AnnotatedType type = owner.getAnnotatedParameterTypes()[parameter.getIndex()];
        return !Collection.class.isAssignableFrom(raw)
                && !Map.class.isAssignableFrom(raw)
                && !type.isAnnotationPresent(Nullable.class);
    }
}
