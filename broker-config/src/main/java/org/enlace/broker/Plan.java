package org.enlace.broker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.quota.ClientQuotaEntity;

/// The way from what was found to what is wanted.
///
/// @param steps in the order to take them: grants before revocations, so that a renewal closes nobody's topic
/// @param forPeople differences that only a person may or can settle, one line each
/// @param remarks what is not wanted but does no harm, one line each
public record Plan(List<Step> steps, List<String> forPeople, List<String> remarks) {

    public Plan {
        steps = List.copyOf(steps);
        forPeople = List.copyOf(forPeople);
        remarks = List.copyOf(remarks);
    }

    public static Plan between(Topology found, Topology wanted) {
        List<Step> steps = new ArrayList<>();
        List<String> forPeople = new ArrayList<>();
        List<String> remarks = new ArrayList<>();

        new TreeMap<>(wanted.topics()).forEach((name, spec) -> {
            TopicSpec existing = found.topics().get(name);
            if (existing == null) {
                steps.add(new Step.CreateTopic(name, spec));
            } else {
                compare(name, existing, spec, steps, forPeople);
            }
        });
        // Deleting a topic deletes messages, so nothing does it by itself. Without grants nobody can use it.
        found.topics().keySet().stream()
                .filter(name -> !wanted.topics().containsKey(name))
                .sorted()
                .forEach(name -> remarks.add("topic " + name + " belongs to nobody; delete it when it is empty"));

        limits(found, wanted, steps);
        difference(wanted.grants(), found.grants()).map(Step.Grant::new).forEach(steps::add);
        difference(found.grants(), wanted.grants()).forEach(surplus -> {
            // A refusal set by hand may be an emergency stop; lifting it is a decision.
            if (surplus.entry().permissionType() == AclPermissionType.DENY) {
                forPeople.add(
                        "a refusal stands: " + Step.line(surplus) + "; remove it by hand when its reason is gone");
            } else {
                steps.add(new Step.Revoke(surplus));
            }
        });
        return new Plan(steps, forPeople, remarks);
    }

    public boolean isEmpty() {
        return steps.isEmpty() && forPeople.isEmpty();
    }

    private static void compare(
            String name, TopicSpec found, TopicSpec wanted, List<Step> steps, List<String> forPeople) {
        Map<String, String> set = changed(found.settings(), wanted.settings());
        Set<String> clear = new HashSet<>(found.settings().keySet());
        clear.removeAll(wanted.settings().keySet());
        if (!set.isEmpty() || !clear.isEmpty()) {
            steps.add(new Step.ChangeTopic(name, set, clear));
        }
        if (found.partitions() != wanted.partitions()) {
            forPeople.add("topic " + name + " has " + found.partitions() + " partitions, not " + wanted.partitions());
        }
        if (found.replicas() != wanted.replicas()) {
            forPeople.add("topic " + name + " has " + found.replicas() + " copies, not " + wanted.replicas()
                    + "; reassign its partition");
        }
    }

    private static void limits(Topology found, Topology wanted, List<Step> steps) {
        Set<ClientQuotaEntity> everyone = new HashSet<>(wanted.quotas().keySet());
        everyone.addAll(found.quotas().keySet());
        everyone.stream()
                .map(who -> limit(
                        who,
                        found.quotas().getOrDefault(who, Map.of()),
                        wanted.quotas().getOrDefault(who, Map.of())))
                .filter(limit -> !limit.set().isEmpty() || !limit.clear().isEmpty())
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .forEach(steps::add);
    }

    private static Step.Limit limit(ClientQuotaEntity who, Map<String, Double> found, Map<String, Double> wanted) {
        Set<String> clear = new HashSet<>(found.keySet());
        clear.removeAll(wanted.keySet());
        return new Step.Limit(who, changed(found, wanted), clear);
    }

    private static <V> Map<String, V> changed(Map<String, V> found, Map<String, V> wanted) {
        Map<String, V> changed = new HashMap<>(wanted);
        changed.entrySet().removeAll(found.entrySet());
        return changed;
    }

    private static Stream<AclBinding> difference(Set<AclBinding> from, Set<AclBinding> without) {
        return from.stream()
                .filter(grant -> !without.contains(grant))
                .sorted((a, b) -> Step.line(a).compareTo(Step.line(b)));
    }
}
