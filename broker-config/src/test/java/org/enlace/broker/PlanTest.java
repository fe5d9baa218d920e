package org.enlace.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.broker.TestNetwork.directory;
import static org.enlace.broker.TestNetwork.member;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Topology NOTHING = new Topology(Map.of(), Set.of(), Map.of());
    private static final Topology TWO =
            Topology.of(directory(member("GT", "HN"), member("HN", "GT")), Settings.forBrokers(1));
    private static final Topology ONE = Topology.of(directory(member("GT")), Settings.forBrokers(1));

    @Test
    void whatNobodyWantsIsRevokedButNoTopicIsEverDeleted() {
        Plan plan = Plan.between(TWO, ONE);

        assertThat(plan.steps()).hasSize(1 + 6 + 13).noneMatch(step -> step instanceof Step.CreateTopic);
        assertThat(plan.steps().toString()).contains("revoke User:hn ALLOW WRITE TOPIC LITERAL hn.cases from *");
        assertThat(plan.forPeople()).isEmpty();
        assertThat(plan.remarks())
                .contains("topic hn.cases belongs to nobody; delete it when it is empty")
                .hasSize(6);
    }

    @Test
    void aRefusalSetByHandIsReportedAndNotLifted() {
        AclBinding stop = acl("User:gt", AclPermissionType.DENY);
        Plan plan = Plan.between(with(ONE, stop), ONE);

        assertThat(plan.steps()).isEmpty();
        assertThat(plan.forPeople()).singleElement().asString().contains("User:gt DENY WRITE TOPIC LITERAL gt.cases");
        assertThat(plan.isEmpty()).isFalse();
    }

    @Test
    void everyGrantComesBeforeAnyRevocation() {
        Topology renewed = Topology.of(directory(member("GT", "MX"), member("MX", "GT")), Settings.forBrokers(1));

        List<Step> steps = Plan.between(TWO, renewed).steps();

        int lastGrant = steps.stream().map(Step::getClass).toList().lastIndexOf(Step.Grant.class);
        int firstRevocation = steps.stream().map(Step::getClass).toList().indexOf(Step.Revoke.class);
        assertThat(lastGrant).isPositive().isLessThan(firstRevocation);
    }

    @Test
    void aTopicWithTooFewCopiesIsForAPerson() {
        Topology three = Topology.of(directory(member("GT")), Settings.forBrokers(3));

        Plan plan = Plan.between(ONE, three);

        assertThat(plan.forPeople()).hasSize(7).contains("topic gt.cases has 1 copies, not 3; reassign its partition");
        assertThat(plan.steps())
                .contains(new Step.ChangeTopic("gt.cases", Map.of("min.insync.replicas", "2"), Set.of()));
    }

    @Test
    void aSettingThatNobodyAskedForIsHandedBackToTheBrokersDefault() {
        Map<String, TopicSpec> topics = new HashMap<>(ONE.topics());
        topics.computeIfPresent("gt.cases", (name, spec) -> {
            Map<String, String> settings = new HashMap<>(spec.settings());
            settings.put("retention.bytes", "1");
            settings.put("retention.ms", "-1");
            return new TopicSpec(1, 1, settings);
        });

        Plan plan = Plan.between(new Topology(topics, ONE.grants(), ONE.quotas()), ONE);

        assertThat(plan.steps())
                .extracting(Step::toString)
                .containsExactly("change topic gt.cases: retention.ms=1209600000 -retention.bytes");
    }

    @Test
    void aLimitForEverybodyIsTakenAway() {
        Map<ClientQuotaEntity, Map<String, Double>> quotas = new HashMap<>(ONE.quotas());
        Map<String, String> anybody = new HashMap<>();
        anybody.put(ClientQuotaEntity.USER, null);
        quotas.put(new ClientQuotaEntity(anybody), Map.of("producer_byte_rate", 1.0));

        Plan plan = Plan.between(new Topology(ONE.topics(), ONE.grants(), quotas), ONE);

        assertThat(plan.steps())
                .containsExactly(
                        new Step.Limit(new ClientQuotaEntity(anybody), Map.of(), Set.of("producer_byte_rate")));
    }

    @Test
    void fromNothingEverythingIsMadeAndFromTheSameNothing() {
        assertThat(Plan.between(NOTHING, TWO).steps()).hasSize(13 + 2 + 26);
        assertThat(Plan.between(TWO, TWO)).isEqualTo(new Plan(List.of(), List.of(), List.of()));
    }

    private static Topology with(Topology topology, AclBinding more) {
        Set<AclBinding> grants = new HashSet<>(topology.grants());
        grants.add(more);
        return new Topology(topology.topics(), grants, topology.quotas());
    }

    private static AclBinding acl(String principal, AclPermissionType permission) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "gt.cases", PatternType.LITERAL),
                new AccessControlEntry(principal, "*", AclOperation.WRITE, permission));
    }
}
