package org.enlace.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.enlace.broker.TestNetwork.directory;
import static org.enlace.broker.TestNetwork.member;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.enlace.directory.Member;
import org.enlace.directory.MemberStatus;
import org.enlace.directory.TopicSubject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopologyTest {
    private static final Settings ONE = Settings.forBrokers(1);

    @Test
    void aMemberIsNeverNamedLikeTheBrokerOrLikeAnother() {
        Member gt = member("GT");
        Member admin = withPrincipal(member("HN"), "admin");
        Member everyone = withPrincipal(member("HN"), "*");
        Member gtAgain = withPrincipal(member("HN"), "gt");

        for (Member wrong : List.of(admin, everyone, gtAgain)) {
            assertThatThrownBy(() -> Topology.of(directory(gt, wrong), ONE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Member HN needs a Kafka principal of its own");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gt.cases", "directory", "__consumer_offsets", "a topic", "..", ""})
    void aMembersTopicIsNeverAnothersOrOneThatKafkaKeeps(String name) {
        Member hn = withTopic(member("HN"), name);

        assertThatThrownBy(() -> Topology.of(directory(member("GT"), hn), ONE)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void whoNamesAPartnerThatDoesNotNameItBackReadsNothing() {
        Topology topology = Topology.of(directory(member("GT", "MX"), member("MX")), ONE);

        assertThat(lines(topology, "gt")).noneMatch(line -> line.contains("READ TOPIC LITERAL mx."));
    }

    @Test
    void aSuspendedMemberKeepsItsTopicsAndMayDoNothing() {
        Topology topology = Topology.of(directory(member("GT", "SV"), member("SV", MemberStatus.SUSPENDED, "GT")), ONE);

        assertThat(topology.topics()).containsKeys("sv.cases", "sv.control");
        assertThat(lines(topology, "sv")).isEmpty();
        assertThat(topology.quotas()).doesNotContainKey(new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, "sv")));
        assertThat(lines(topology, "gt")).contains("User:gt ALLOW READ TOPIC LITERAL sv.cases from *");
    }

    @Test
    void aMemberThatLeftHasNoTopicAndNoReader() {
        Topology topology = Topology.of(directory(member("GT", "SV"), member("SV", MemberStatus.LEFT, "GT")), ONE);

        assertThat(topology.topics().keySet()).noneMatch(name -> name.startsWith("sv."));
        assertThat(topology.grants().toString()).doesNotContain("sv");
    }

    @Test
    void aMemberMayWriteItsOwnTopicsAndReadItsPartnersAndTheDirectoryAndNothingElse() {
        Topology topology =
                Topology.of(directory(member("GT", "HN"), member("HN", "GT", "MX"), member("MX", "HN")), ONE);

        assertThat(lines(topology, "gt"))
                .containsExactlyInAnyOrder(
                        "User:gt ALLOW READ TOPIC LITERAL directory from *",
                        "User:gt ALLOW WRITE TOPIC LITERAL gt.cases from *",
                        "User:gt ALLOW WRITE TOPIC LITERAL gt.victims from *",
                        "User:gt ALLOW WRITE TOPIC LITERAL gt.routes from *",
                        "User:gt ALLOW WRITE TOPIC LITERAL gt.modus_operandi from *",
                        "User:gt ALLOW WRITE TOPIC LITERAL gt.control from *",
                        "User:gt ALLOW WRITE TOPIC LITERAL gt.attachments from *",
                        "User:gt ALLOW READ TOPIC LITERAL hn.cases from *",
                        "User:gt ALLOW READ TOPIC LITERAL hn.victims from *",
                        "User:gt ALLOW READ TOPIC LITERAL hn.routes from *",
                        "User:gt ALLOW READ TOPIC LITERAL hn.modus_operandi from *",
                        "User:gt ALLOW READ TOPIC LITERAL hn.control from *",
                        "User:gt ALLOW READ TOPIC LITERAL hn.attachments from *");
    }

    @Test
    void messagesStayForTwoWeeksAndTheDirectoryForEver() {
        Map<String, TopicSpec> topics =
                Topology.of(directory(member("GT")), Settings.forBrokers(3)).topics();

        assertThat(topics).hasSize(7);
        assertThat(topics.get("gt.victims"))
                .isEqualTo(new TopicSpec(
                        1,
                        3,
                        Map.of(
                                "retention.ms",
                                        Long.toString(Duration.ofDays(14).toMillis()),
                                "segment.ms", Long.toString(Duration.ofDays(1).toMillis()),
                                "cleanup.policy", "delete",
                                "compression.type", "uncompressed",
                                "max.message.bytes", "2097152",
                                "min.insync.replicas", "2",
                                "message.timestamp.type", "LogAppendTime",
                                "unclean.leader.election.enable", "false")));
        assertThat(topics.get("directory"))
                .extracting(topic -> topic.settings().get("retention.ms"))
                .isEqualTo("-1");
    }

    private static List<String> lines(Topology topology, String principal) {
        return topology.grants().stream()
                .filter(grant -> grant.entry().principal().equals("User:" + principal))
                .map(Step::line)
                .toList();
    }

    private static Member withPrincipal(Member m, String principal) {
        return new Member(
                m.code(), m.status(), m.suite(), m.sig(), m.enc(), principal, m.topics(), m.partners(), m.contact());
    }

    private static Member withTopic(Member m, String topic) {
        var topics = Map.of(TopicSubject.CASES, topic);
        return new Member(
                m.code(),
                m.status(),
                m.suite(),
                m.sig(),
                m.enc(),
                m.kafkaPrincipal(),
                topics,
                m.partners(),
                m.contact());
    }
}
