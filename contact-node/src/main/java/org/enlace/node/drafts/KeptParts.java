package org.enlace.node.drafts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.enlace.message.Breach;
import org.enlace.message.BreachCode;
import org.enlace.message.Compartment;
import org.enlace.message.Compartments;
import org.enlace.message.MalformedMessage;
import org.enlace.message.MessageId;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.ClosedParts;
import org.enlace.node.casefile.Corrections;
import org.springframework.stereotype.Component;

/// The parts of a message that whoever corrects it cannot read. They leave again with the correction, byte for byte as
/// they stand, and nobody changes or takes away what is closed to them.
@Component
class KeptParts {
    private final Corrections corrections;
    private final ClosedParts closed;

    KeptParts(Corrections corrections, ClosedParts closed) {
        this.corrections = corrections;
        this.closed = closed;
    }

    /// The draft as its officer may have it now: a part that was closed to them since they began leaves it, and
    /// stays as it was sent.
    ///
    /// @return empty if the form asks for such a part beside other things
    Optional<Draft> open(Draft draft, Family family, Officer by) {
        var corrects = draft.values().one(Draft.CORRECTS);
        if (corrects == null) {
            return Optional.of(draft);
        }
        var shut = EnumSet.noneOf(Compartment.class);
        corrections
                .ours(MessageId.parse(corrects), by)
                .map(standing -> closed.of(standing.message(), by))
                .ifPresent(shut::addAll);
        shut.removeAll(draft.keeps());
        if (shut.stream().anyMatch(part -> family.askingFor(part).isEmpty())) {
            return Optional.empty();
        }
        var values = draft.values();
        for (var part : shut) {
            values = values.plus(Draft.KEEPS, part.name());
            for (var card : family.askingFor(part)) {
                values = values.without(card);
            }
        }
        return Optional.of(draft.with(values));
    }

    /// The message as it leaves, with what it keeps. What was written into such a part counts for nothing.
    Wanted whole(Wanted wanted, Officer by) {
        var corrects = wanted.outline().corrects();
        return corrects == null || wanted.keeps().isEmpty()
                ? wanted
                : corrections
                        .ours(corrects, by)
                        .filter(found -> found.message().gist().type()
                                == wanted.message().type())
                        .map(found -> with(wanted, found))
                        .orElse(wanted);
    }

    private Wanted with(Wanted wanted, Corrections.Standing standing) {
        var parts = new EnumMap<Compartment, byte[]>(Compartment.class);
        parts.putAll(Compartments.split(wanted.message()));
        wanted.keeps().forEach(parts::remove);
        parts.putAll(closed.contents(standing.message(), wanted.keeps()));
        try {
            return wanted.with(Compartments.join(wanted.message().type(), parts));
        } catch (MalformedMessage e) {
            throw new IllegalStateException(
                    "Message " + standing.message().id() + " was sent but does not read any more", e);
        }
    }

    /// @param wanted as it was written
    /// @param found what stands against the whole of it
    List<Breach> against(Wanted wanted, List<Breach> found, Officer by) {
        var breaches = new ArrayList<Breach>();
        for (var breach : found) {
            var part =
                    wanted.keeps().stream().filter(kept -> isIn(kept, breach)).findFirst();
            if (part.isEmpty()) {
                breaches.add(breach);
            } else if (breach.blocks()) {
                // What it says of that part is not for its writer.
                breaches.add(new Breach(path(part.get()), BreachCode.KEPT_PART_DIFFERS, List.of()));
            }
        }
        overwritten(wanted, by).stream()
                .map(part -> new Breach(path(part), BreachCode.STAYS_AS_SENT, List.of()))
                .forEach(breaches::add);
        return breaches.stream().distinct().toList();
    }

    /// The parts that would be changed or left out by somebody to whom they are closed.
    private Set<Compartment> overwritten(Wanted wanted, Officer by) {
        var corrects = wanted.outline().corrects();
        var overwritten = EnumSet.noneOf(Compartment.class);
        if (corrects != null) {
            corrections
                    .ours(corrects, by)
                    .map(standing -> closed.of(standing.message(), by))
                    .ifPresent(overwritten::addAll);
            overwritten.removeAll(wanted.keeps());
            Compartments.split(wanted.message()).keySet().stream()
                    .filter(wanted.keeps()::contains)
                    .forEach(overwritten::add);
        }
        return overwritten;
    }

    private static boolean isIn(Compartment part, Breach breach) {
        return breach.field().matches(path(part) + "([.\\[].*)?");
    }

    /// By which the breaches of the network's rules name it.
    private static String path(Compartment part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
