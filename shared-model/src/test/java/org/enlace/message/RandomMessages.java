package org.enlace.message;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.enlace.person.PartialDate;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;

/// Messages of every content kind with random values in every field, made from the shape of the records, so that a new
/// field is covered from its first day.
final class RandomMessages {
    private static final List<Class<? extends Message>> KINDS = List.of(
            CaseAlert.class,
            VictimAssistanceRequest.class,
            VictimReferral.class,
            RouteReport.class,
            ModusOperandiReport.class,
            InformationRequest.class,
            InformationResponse.class,
            IdentityVerification.class,
            IdentityVerificationAnswer.class,
            UsePermissionRequest.class,
            UsePermissionDecision.class,
            Corroboration.class,
            Proposal.class,
            ProposalDecision.class,
            Status.class,
            Recall.class,
            RecallAttestation.class,
            ConsentWithdrawal.class,
            MatchQuery.class,
            MatchAnswer.class,
            MatchHit.class,
            StatisticsReturn.class);
    private static final String LETTERS = "aZ0 \"\\/\n\t<>&'{}[]:,éñğ中文ŋʔ\u0000\u2028\ufeff";

    private RandomMessages() {}

    static Message next(Random random) {
        return (Message) record(KINDS.get(random.nextInt(KINDS.size())), random);
    }

    private static Object record(Class<?> type, Random random) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            boolean mayBeNull = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            values[i] = mayBeNull && random.nextBoolean() ? null : value(components[i].getGenericType(), random);
        }
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type + " refuses what it should take", e);
        }
    }

    private static Object value(Type type, Random random) {
        if (type instanceof ParameterizedType generic) {
            Type first = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Sensitive.class) {
                return Sensitive.of(value(first, random));
            }
            if (generic.getRawType() == List.class) {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    list.add(value(first, random));
                }
                return list;
            }
            Map<Object, Object> map = new HashMap<>();
            map.put(value(first, random), value(generic.getActualTypeArguments()[1], random));
            return map;
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
        }
        return switch (plain.getSimpleName()) {
            case "String" -> text(random);
            case "boolean" -> random.nextBoolean();
            case "int", "Integer" -> random.nextInt(1_000_000);
            case "Instant" -> Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(1_000_000_000));
            case "LocalDate" -> LocalDate.ofEpochDay(random.nextInt(60_000));
            case "PartialDate" -> PartialDate.of(LocalDate.ofEpochDay(random.nextInt(60_000)));
            case "NodeId" -> new NodeId(random.nextBoolean() ? "MX" : "SV");
            case "MessageId" -> MessageId.next(Instant.ofEpochSecond(random.nextInt()), random);
            case "GeoPoint" -> new GeoPoint(random.nextDouble() * 360 - 180, random.nextDouble() * 180 - 90);
            default -> record(plain, random);
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return random.nextInt(10) == 0 ? text.appendCodePoint(0x1F68C).toString() : text.toString();
    }
}
