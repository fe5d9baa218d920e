package org.enlace.openapi;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.impl.DefinitionKey;
import com.github.victools.jsonschema.generator.naming.DefaultSchemaDefinitionNamingStrategy;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON Schema 2020-12 of the records that travel, as they are written and read: a record with one value is that value,
/// what may be null says so, and a list may be left out.
final class Schemas {
    private final JsonMapper json = JsonMapper.builder().build();
    private final SchemaBuilder schemas;

    Schemas() {
        var builder = new SchemaGeneratorConfigBuilder(json, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS)
                .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .with(Option.FLATTENED_ENUMS_FROM_TOSTRING)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        builder.forTypesInGeneral()
                .withCustomDefinitionProvider(this::plain)
                .withDefinitionNamingStrategy(new DefaultSchemaDefinitionNamingStrategy() {
                    @Override
                    public String getDefinitionNameForKey(DefinitionKey key, SchemaGenerationContext context) {
                        return name(key.getType());
                    }
                });
        builder.forFields()
                .withIgnoreCheck(
                        field -> !field.getDeclaringType().getErasedType().isRecord())
                .withNullableCheck(Schemas::nullable)
                .withRequiredCheck(field -> !nullable(field)
                        && !field.getType().isInstanceOf(Collection.class)
                        && !field.getType().isInstanceOf(Map.class)
                        && !leftOut(field));
        schemas = new SchemaGenerator(builder.build()).buildMultipleSchemaDefinitions();
    }

    /// A reference to the schema of this type.
    ObjectNode of(Type type) {
        return schemas.createSchemaReference(type);
    }

    /// All that were referred to, by name.
    ObjectNode all() {
        return schemas.collectDefinitions("components/schemas");
    }

    /// `Recall-Asked` for a record inside `RecallApi`, `Map-String-Integer` for a map.
    private static String name(ResolvedType type) {
        var erased = type.getErasedType();
        var outer = erased.getEnclosingClass();
        var own = (outer == null ? "" : outer.getSimpleName().replaceFirst("Api$", "") + "-") + erased.getSimpleName();
        return Stream.concat(Stream.of(own), type.getTypeParameters().stream().map(Schemas::name))
                .collect(Collectors.joining("-"));
    }

    private @Nullable CustomDefinition plain(ResolvedType type, SchemaGenerationContext context) {
        var erased = type.getErasedType();
        if (erased == Instant.class) {
            return text("date-time");
        }
        if (erased == LocalDate.class) {
            return text("date");
        }
        if (erased == UUID.class) {
            return text("uuid");
        }
        if (JsonNode.class.isAssignableFrom(erased)) {
            return inline(json.createObjectNode().put("type", "object"));
        }
        if (erased == Sensitive.class) {
            return inline(context.createDefinition(
                    type.typeParametersFor(Sensitive.class).getFirst()));
        }
        if (erased.isEnum() && single(erased).isEmpty()) {
            var node = json.createObjectNode().put("type", "string");
            var values = node.putArray("enum");
            Arrays.stream(erased.getEnumConstants())
                    .map(each -> ((Enum<?>) each).name())
                    .forEach(values::add);
            return inline(node);
        }
        return single(erased)
                .map(method -> inline(
                        method.getReturnType() == String.class
                                ? json.createObjectNode().put("type", "string")
                                : context.createDefinition(
                                        context.getTypeContext().resolve(method.getGenericReturnType()))))
                .orElse(null);
    }

    private CustomDefinition text(String format) {
        return inline(json.createObjectNode().put("type", "string").put("format", format));
    }

    private static CustomDefinition inline(ObjectNode node) {
        return new CustomDefinition(
                node, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.NO);
    }

    /// The method whose value stands for the whole.
    private static Optional<Method> single(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonValue.class))
                .findFirst();
    }

    private static boolean nullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean leftOut(FieldScope field) {
        return field.getRawMember().isAnnotationPresent(JsonInclude.class);
    }
}
