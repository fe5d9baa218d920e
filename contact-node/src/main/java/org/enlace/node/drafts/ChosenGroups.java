package org.enlace.node.drafts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.message.NodeId;
import org.enlace.node.groups.GroupChoice;
import org.enlace.node.groups.Groups;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A sharing group in a draft: as it was when it was chosen, beside the contact points that were chosen one by one.
@Component
class ChosenGroups {
    private static final String FIELD = "groupChoice";

    private final Groups groups;

    ChosenGroups(Groups groups) {
        this.groups = groups;
    }

    static @Nullable GroupChoice of(Values values) {
        var group = values.one(Draft.GROUP);
        var revision = values.one(Draft.GROUP_REVISION);
        if (group == null || revision == null) {
            return null;
        }
        return new GroupChoice(
                UUID.fromString(group),
                Integer.parseInt(revision),
                values.all(Draft.GROUP_MEMBERS).stream().map(NodeId::new).toList());
    }

    /// The draft's own values, whatever a form says.
    static Values kept(Values typed, Values before) {
        var values = typed;
        for (var name : List.of(Draft.GROUP, Draft.GROUP_REVISION, Draft.GROUP_MEMBERS, Draft.SINGLED)) {
            values = values.with(name, before.all(name));
        }
        return values;
    }

    /// Without the group and whom it brought.
    static Values dropped(Values values) {
        return forgotten(values, without(values.all("recipients"), values.all(Draft.GROUP_MEMBERS)))
                .with(Draft.SINGLED, List.of());
    }

    /// Whoever takes a member of a group out does not write to the group any more, but to the others one by one.
    static Values removed(Values values, String recipient) {
        var members = values.all(Draft.GROUP_MEMBERS);
        var left = without(values.all("recipients"), List.of(recipient));
        return members.contains(recipient)
                ? forgotten(values, left).with(Draft.SINGLED, List.of(recipient))
                : values.with("recipients", left);
    }

    /// The group that the form names, with whom it has now, in the place of one that was chosen before.
    ///
    /// @return empty if there is none
    Optional<Values> chosen(Values values) {
        return named(values).flatMap(groups::choose).map(choice -> {
            var members = choice.members().stream().map(NodeId::value).toList();
            var chosen = dropped(values);
            for (var member : members) {
                chosen = chosen.plus("recipients", member);
            }
            return chosen.with(Draft.GROUP, List.of(choice.group().toString()))
                    .with(Draft.GROUP_REVISION, List.of(Integer.toString(choice.revision())))
                    .with(Draft.GROUP_MEMBERS, members);
        });
    }

    private static Optional<UUID> named(Values values) {
        try {
            return Optional.ofNullable(values.one(FIELD)).map(UUID::fromString);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Values forgotten(Values values, List<String> recipients) {
        return values.with("recipients", recipients)
                .with(Draft.GROUP, List.of())
                .with(Draft.GROUP_REVISION, List.of())
                .with(Draft.GROUP_MEMBERS, List.of());
    }

    private static List<String> without(List<String> some, List<String> others) {
        return some.stream().filter(one -> !others.contains(one)).toList();
    }
}
