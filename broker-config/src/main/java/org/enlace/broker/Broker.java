package org.enlace.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;

/// A running broker, seen by its administrator. The only place that uses Kafka's admin client.
public final class Broker implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Admin admin;

    public Broker(String bootstrap, TransportFiles files) {
        this(bootstrap, files, PATIENCE);
    }

    /// @param patience how long one that does not answer is asked
    Broker(String bootstrap, TransportFiles files, Duration patience) {
        Properties client = files.client();
        client.put("bootstrap.servers", bootstrap);
        client.put("reconnect.backoff.max.ms", "500");
        client.put("request.timeout.ms", Long.toString(patience.dividedBy(3).toMillis()));
        client.put("default.api.timeout.ms", Long.toString(patience.toMillis()));
        this.admin = Admin.create(client);
    }

    /// @return how many brokers are up, as this one sees it
    int up() {
        return get(admin.describeCluster().nodes()).size();
    }

    /// What is there now. Topics that Kafka keeps for itself are left out.
    public Topology found() {
        Set<String> names = get(admin.listTopics().names());
        return new Topology(
                topics(names),
                new HashSet<>(get(admin.describeAcls(AclBindingFilter.ANY).values())),
                quotas());
    }

    /// Takes the steps in their order; each is done when this returns.
    ///
    /// @throws BrokerUnavailable if one of them failed; those before it stand, and taking the plan anew is safe
    public void apply(Plan plan) {
        List<NewTopic> topics = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (step instanceof Step.CreateTopic(String name, TopicSpec spec)) {
                topics.add(new NewTopic(name, spec.partitions(), (short) spec.replicas()).configs(spec.settings()));
            }
        }
        // One request for all of them: one at a time, two hundred topics would take a minute.
        get(admin.createTopics(topics).all());
        plan.steps().forEach(this::take);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }

    private void take(Step step) {
        switch (step) {
            case Step.CreateTopic _ -> {}
            case Step.ChangeTopic change ->
                get(admin.incrementalAlterConfigs(Map.of(
                                new ConfigResource(ConfigResource.Type.TOPIC, change.topic()), operations(change)))
                        .all());
            case Step.Limit(ClientQuotaEntity who, Map<String, Double> set, Set<String> clear) -> {
                List<ClientQuotaAlteration.Op> operations = new ArrayList<>();
                set.forEach((name, value) -> operations.add(new ClientQuotaAlteration.Op(name, value)));
                clear.forEach(name -> operations.add(new ClientQuotaAlteration.Op(name, null)));
                get(admin.alterClientQuotas(List.of(new ClientQuotaAlteration(who, operations)))
                        .all());
            }
            case Step.Grant(var what) -> get(admin.createAcls(List.of(what)).all());
            case Step.Revoke(var what) ->
                get(admin.deleteAcls(List.of(what.toFilter())).all());
        }
    }

    private static Collection<AlterConfigOp> operations(Step.ChangeTopic change) {
        List<AlterConfigOp> operations = new ArrayList<>();
        change.set()
                .forEach((name, value) ->
                        operations.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET)));
        change.clear()
                .forEach(name ->
                        operations.add(new AlterConfigOp(new ConfigEntry(name, ""), AlterConfigOp.OpType.DELETE)));
        return operations;
    }

    private Map<String, TopicSpec> topics(Set<String> names) {
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<String, Map<String, String>> settings = new HashMap<>();
        get(admin.describeConfigs(resources).all())
                .forEach((resource, config) -> settings.put(resource.name(), ownSettings(config)));
        Map<String, TopicSpec> topics = new HashMap<>();
        get(admin.describeTopics(names).allTopicNames()).forEach((name, topic) -> {
            int replicas = topic.partitions().getFirst().replicas().size();
            Map<String, String> own = settings.getOrDefault(name, Map.of());
            topics.put(name, new TopicSpec(topic.partitions().size(), replicas, own));
        });
        return topics;
    }

    private static Map<String, String> ownSettings(Config config) {
        Map<String, String> own = new HashMap<>();
        for (ConfigEntry entry : config.entries()) {
            if (entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG) {
                own.put(entry.name(), entry.value());
            }
        }
        return own;
    }

    private Map<ClientQuotaEntity, Map<String, Double>> quotas() {
        return get(admin.describeClientQuotas(ClientQuotaFilter.all()).entities());
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new BrokerUnavailable("The broker did not do it: " + cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailable("Interrupted while waiting for the broker", e);
        }
    }
}
