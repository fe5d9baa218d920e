package org.enlace.node.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.enlace.handling.Caveat;
import org.enlace.message.Mode;
import org.enlace.node.NodeSettings;
import org.springframework.stereotype.Component;

/// Titles and marks of messages, made of codes only: each reader reads them in their own language, and they never
/// name a person.
@Component
public class Headlines {
    private static final int NAMED_MAX = 3;
    private static final String PROTECTION_ONLY = Caveat.VICTIM_PROTECTION_ONLY.code();

    private final Labels labels;
    private final NodeSettings settings;

    Headlines(Labels labels, NodeSettings settings) {
        this.labels = labels;
        this.settings = settings;
    }

    /// `Suspected movement of victims: 2 to 5 persons, Guatemala to Mexico`.
    public String of(MessageEntry message, Locale reader) {
        var gist = message.gist();
        if (message.sealed()) {
            var key = message.consentEnded() ? "recall.withdraw.headline" : "recall.headline";
            return labels.text(reader, key, "what", type(gist, reader));
        }
        var details = new ArrayList<String>();
        var what = switch (gist.type()) {
            case CASE_ALERT -> {
                details.addAll(labels.of("volume-band", gist.all("persons"), reader));
                way(gist.first("from").orElse(""), gist.first("to").orElse(""), details, reader);
                yield gist.first("kind")
                        .map(kind -> labels.of("alert-kind", kind, reader))
                        .orElseGet(() -> type(gist, reader));
            }
            case VICTIM_ASSISTANCE_REQUEST -> {
                details.addAll(first(labels.of("service", gist.all("service"), reader)));
                gist.first("situation")
                        .filter(situation -> !situation.equals("UNKNOWN"))
                        .ifPresent(situation -> details.add(labels.of("situation", situation, reader)));
                yield labels.text(reader, message.child() ? "casefile.headline.minor" : "casefile.headline.person");
            }
            case VICTIM_REFERRAL -> {
                details.addAll(first(labels.of("service", gist.all("service"), reader)));
                gist.first("host").map(code -> labels.country(code, reader)).ifPresent(details::add);
                yield gist.first("kind")
                        .map(kind -> labels.of("referral-kind", kind, reader))
                        .orElseGet(() -> type(gist, reader));
            }
            case USE_PERMISSION_REQUEST -> {
                details.addAll(labels.of("permission-use", gist.all("use"), reader));
                yield type(gist, reader);
            }
            case USE_PERMISSION_DECISION -> {
                details.addAll(labels.of("permission-outcome", gist.all("answer"), reader));
                yield type(gist, reader);
            }
            case CORROBORATION -> {
                details.addAll(labels.of("sighting", gist.all("finding"), reader));
                yield type(gist, reader);
            }
            case PROPOSAL -> {
                details.addAll(labels.of("correction-reason", gist.all("reason"), reader));
                yield type(gist, reader);
            }
            case PROPOSAL_DECISION -> {
                details.addAll(labels.of("proposal-outcome", gist.all("answer"), reader));
                yield type(gist, reader);
            }
            case IDENTITY_VERIFICATION -> {
                details.addAll(first(labels.of("identity-question", gist.all("kind"), reader)));
                yield type(gist, reader);
            }
            case IDENTITY_VERIFICATION_ANSWER -> {
                details.addAll(labels.of("identity-answer", gist.all("answer"), reader));
                yield type(gist, reader);
            }
            case ROUTE_REPORT -> {
                details.add(String.join(" – ", countries(gist, reader)));
                details.addAll(first(labels.of("transport-mode", gist.all("transport"), reader)));
                details.addAll(labels.of("volume-band", gist.all("persons"), reader));
                yield type(gist, reader);
            }
            case MODUS_OPERANDI_REPORT -> {
                details.addAll(first(labels.of("recruitment-method", gist.all("recruitment"), reader)));
                details.addAll(first(labels.of("exploitation", gist.all("exploitation"), reader)));
                yield type(gist, reader);
            }
            case INFORMATION_REQUEST -> {
                details.addAll(first(labels.of("question-kind", gist.all("question"), reader)));
                yield type(gist, reader);
            }
            case INFORMATION_RESPONSE -> {
                details.addAll(labels.of("answer-kind", gist.all("answer"), reader));
                yield type(gist, reader);
            }
            default -> type(gist, reader);
        };
        var said = String.join(
                ", ", details.stream().filter(text -> !text.isBlank()).toList());
        return said.isEmpty() ? what : labels.text(reader, "casefile.headline", "what", what, "details", said);
    }

    public String type(Gist gist, Locale reader) {
        return labels.of("message-type", gist.type(), reader);
    }

    /// The title where no marks stand under it: what is not meant says so first.
    public String marked(MessageEntry message, Locale reader) {
        var said = of(message, reader);
        return mode(message.mode(), reader)
                .map(mark -> labels.text(reader, "web.pair", "name", mark.text(), "value", said))
                .orElse(said);
    }

    /// The marks under a title, in the order of weight.
    public List<Chip> chips(MessageEntry message, Locale reader) {
        var gist = message.gist();
        var chips = new ArrayList<Chip>();
        mode(message.mode(), reader).ifPresent(chips::add);
        if (message.recalled() != null) {
            var chip = message.recalled().byPerson() ? "recall.withdraw.chip" : "recall.chip";
            chips.add(new Chip(labels.text(reader, chip), "h", null));
        }
        if (message.sealed()) {
            return chips;
        }
        if (message.child()) {
            chips.add(new Chip(labels.text(reader, "casefile.minor"), "minor", null));
        }
        first(labels.of("palermo-purpose", gist.all("purpose"), reader))
                .forEach(purpose -> chips.add(Chip.plain(purpose)));
        if (gist.first("interpreter").filter("YES"::equals).isPresent()) {
            var language = gist.first("language")
                    .map(code -> labels.of("language", code, reader))
                    .orElse("");
            chips.add(Chip.plain(labels.text(reader, "casefile.interpreter", "language", language)));
        }
        if (message.protectionOnly()) {
            chips.add(new Chip(
                    labels.text(reader, "casefile.protection"), "h", labels.of("caveat", PROTECTION_ONLY, reader)));
        }
        gist.first("handling").ifPresent(code -> chips.add(new Chip(code, "h", labels.of("handling", code, reader))));
        return chips;
    }

    /// What is not meant says so first; on a training node, where all say so, what is meant stands out instead.
    private Optional<Chip> mode(Mode mode, Locale reader) {
        var said = labels.of("mode", mode, reader);
        if (mode != Mode.ACTUAL) {
            return Optional.of(new Chip(said, "mode", null));
        }
        return settings.training() ? Optional.of(new Chip(said, "actual", null)) : Optional.empty();
    }

    private void way(String from, String to, List<String> details, Locale reader) {
        if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
            details.add(labels.text(
                    reader,
                    "casefile.headline.way",
                    "from",
                    labels.country(from, reader),
                    "to",
                    labels.country(to, reader)));
        } else if (!from.isEmpty() || !to.isEmpty()) {
            details.add(labels.country(to.isEmpty() ? from : to, reader));
        }
    }

    private List<String> countries(Gist gist, Locale reader) {
        return gist.all("way").stream()
                .map(code -> labels.country(code, reader))
                .distinct()
                .toList();
    }

    private static List<String> first(List<String> all) {
        return all.stream().limit(NAMED_MAX).toList();
    }
}
