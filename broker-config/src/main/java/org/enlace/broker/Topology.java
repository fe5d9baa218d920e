package org.enlace.broker;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.enlace.directory.Directory;
import org.enlace.directory.Member;
import org.enlace.directory.MemberStatus;

/// Everything about a broker that depends on who is a member: as the directory wants it, or as it was found.
///
/// A member may write its own topics, and read the directory's topic and those of its partners. Nodes choose their
/// partitions and keep their offsets themselves, so nobody needs a consumer group, a transaction or anything of the
/// cluster.
public record Topology(
        Map<String, TopicSpec> topics, Set<AclBinding> grants, Map<ClientQuotaEntity, Map<String, Double>> quotas) {
    private static final Pattern PRINCIPAL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public Topology {
        topics = Map.copyOf(topics);
        grants = Set.copyOf(grants);
        quotas = Map.copyOf(quotas);
    }

    /// @throws IllegalArgumentException if two members share a topic or a principal, or a name could never be right
    public static Topology of(Directory directory, Settings settings) {
        List<Member> listed = directory.members().stream()
                .filter(member -> member.status() != MemberStatus.LEFT)
                .toList();
        checkPrincipals(directory.members());

        Map<String, TopicSpec> topics = new TreeMap<>();
        add(topics, directory.topic(), TopicSpec.forDirectory(settings));
        for (Member member : listed) {
            for (String topic : member.topics().values()) {
                add(topics, topic, TopicSpec.forMessages(settings));
            }
        }

        Set<AclBinding> grants = new HashSet<>();
        Map<ClientQuotaEntity, Map<String, Double>> quotas = new HashMap<>();
        for (Member member : listed) {
            // A suspended member keeps its topics, because its partners may still have to read what it sent.
            if (member.status() == MemberStatus.ACTIVE) {
                grants.addAll(grantsOf(member, directory));
                quotas.put(user(member), settings.quota().values());
            }
        }
        return new Topology(topics, grants, quotas);
    }

    private static Set<AclBinding> grantsOf(Member member, Directory directory) {
        Set<AclBinding> grants = new HashSet<>();
        grants.add(allow(member, AclOperation.READ, directory.topic()));
        for (String own : member.topics().values()) {
            grants.add(allow(member, AclOperation.WRITE, own));
        }
        for (Member partner : partnersOf(member, directory)) {
            for (String theirs : partner.topics().values()) {
                grants.add(allow(member, AclOperation.READ, theirs));
            }
        }
        return grants;
    }

    /// Partners are those who name each other: nobody can make itself a reader of another's topics.
    private static Set<Member> partnersOf(Member member, Directory directory) {
        return directory.members().stream()
                .filter(other -> other.status() != MemberStatus.LEFT)
                .filter(other -> !other.code().equals(member.code()))
                .filter(other -> member.partners().contains(other.code()))
                .filter(other -> other.partners().contains(member.code()))
                .collect(toSet());
    }

    private static AclBinding allow(Member member, AclOperation operation, String topic) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry("User:" + member.kafkaPrincipal(), "*", operation, AclPermissionType.ALLOW));
    }

    private static ClientQuotaEntity user(Member member) {
        return new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, member.kafkaPrincipal()));
    }

    private static void add(Map<String, TopicSpec> topics, String name, TopicSpec spec) {
        Topic.validate(name);
        // Kafka keeps its own topics under such names, and one kind of metric name for "." and "_".
        if (name.startsWith("_")) {
            throw new IllegalArgumentException("No topic may be named " + name);
        }
        if (topics.put(name, spec) != null) {
            throw new IllegalArgumentException("Topic " + name + " is listed twice in the directory");
        }
    }

    private static void checkPrincipals(List<Member> members) {
        Set<String> seen = new HashSet<>(Principals.INFRASTRUCTURE);
        for (Member member : members) {
            String principal = member.kafkaPrincipal();
            if (!PRINCIPAL.matcher(principal).matches() || !seen.add(principal)) {
                throw new IllegalArgumentException("Member " + member.code() + " needs a Kafka principal of its own");
            }
        }
    }
}
