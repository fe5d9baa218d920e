package org.enlace.broker;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Something that a client tries on a broker, for real.
enum Attempt {
    WRITE_A_TOPIC_OF_GT {
        @Override
        void by(Properties client) throws Exception {
            write(client, "gt.cases");
        }
    },
    READ_A_TOPIC_OF_GT {
        @Override
        void by(Properties client) throws Exception {
            read(client, "gt.cases");
        }
    },
    READ_THE_DIRECTORY {
        @Override
        void by(Properties client) throws Exception {
            read(client, "directory");
        }
    },
    WRITE_THE_DIRECTORY {
        @Override
        void by(Properties client) throws Exception {
            write(client, "directory");
        }
    },
    CREATE_A_TOPIC {
        @Override
        void by(Properties client) throws Exception {
            try (Admin admin = Admin.create(client)) {
                admin.createTopics(List.of(new NewTopic("gt.more", 1, (short) 1)))
                        .all()
                        .get(20, SECONDS);
            }
        }
    },
    DELETE_A_TOPIC_OF_GT {
        @Override
        void by(Properties client) throws Exception {
            try (Admin admin = Admin.create(client)) {
                admin.deleteTopics(List.of("gt.attachments")).all().get(20, SECONDS);
            }
        }
    },
    DELETE_RECORDS_OF_GT {
        @Override
        void by(Properties client) throws Exception {
            try (Admin admin = Admin.create(client)) {
                admin.deleteRecords(Map.of(new TopicPartition("gt.routes", 0), RecordsToDelete.beforeOffset(0)))
                        .all()
                        .get(20, SECONDS);
            }
        }
    },
    CHANGE_SETTINGS_OF_A_TOPIC_OF_GT {
        @Override
        void by(Properties client) throws Exception {
            try (Admin admin = Admin.create(client)) {
                var longer = new AlterConfigOp(new ConfigEntry("retention.ms", "-1"), AlterConfigOp.OpType.SET);
                admin.incrementalAlterConfigs(
                                Map.of(new ConfigResource(ConfigResource.Type.TOPIC, "gt.routes"), List.of(longer)))
                        .all()
                        .get(20, SECONDS);
            }
        }
    },
    ADD_A_PARTITION_TO_A_TOPIC_OF_GT {
        @Override
        void by(Properties client) throws Exception {
            try (Admin admin = Admin.create(client)) {
                admin.createPartitions(Map.of("gt.control", NewPartitions.increaseTo(2)))
                        .all()
                        .get(20, SECONDS);
            }
        }
    },
    READ_SETTINGS_OF_THE_BROKER {
        @Override
        void by(Properties client) throws Exception {
            try (Admin admin = Admin.create(client)) {
                admin.describeConfigs(List.of(new ConfigResource(ConfigResource.Type.BROKER, "1")))
                        .all()
                        .get(20, SECONDS);
            }
        }
    },
    GRANT_EVERYBODY_EVERYTHING {
        @Override
        void by(Properties client) throws Exception {
            try (Admin admin = Admin.create(client)) {
                admin.createAcls(List.of(new AclBinding(
                                new ResourcePattern(ResourceType.TOPIC, "gt.never", PatternType.LITERAL),
                                new AccessControlEntry("User:*", "*", AclOperation.ALL, AclPermissionType.ALLOW))))
                        .all()
                        .get(20, SECONDS);
            }
        }
    },
    LIST_THE_GRANTS {
        @Override
        void by(Properties client) throws Exception {
            try (Admin admin = Admin.create(client)) {
                admin.describeAcls(AclBindingFilter.ANY).values().get(20, SECONDS);
            }
        }
    },
    RAISE_A_QUOTA {
        @Override
        void by(Properties client) throws Exception {
            try (Admin admin = Admin.create(client)) {
                var everybody = new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, "gt"));
                var more = new ClientQuotaAlteration.Op("producer_byte_rate", 1e12);
                admin.alterClientQuotas(List.of(new ClientQuotaAlteration(everybody, List.of(more))))
                        .all()
                        .get(20, SECONDS);
            }
        }
    },
    READ_THE_OFFSETS_OF_A_GROUP {
        @Override
        void by(Properties client) throws Exception {
            try (Admin admin = Admin.create(client)) {
                admin.listConsumerGroupOffsets("gt").all().get(20, SECONDS);
            }
        }
    },
    JOIN_A_GROUP {
        @Override
        void by(Properties client) {
            Properties member = new Properties();
            member.putAll(client);
            member.put("group.id", "gt");
            try (var consumer = new KafkaConsumer<>(member, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer.subscribe(List.of("directory"));
                long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
                while (consumer.assignment().isEmpty() && System.nanoTime() < end) {
                    consumer.poll(Duration.ofMillis(200));
                }
                if (consumer.assignment().isEmpty()) {
                    throw new IllegalStateException("Neither refused nor in the group");
                }
            }
        }
    },
    BEGIN_A_TRANSACTION {
        @Override
        void by(Properties client) {
            Properties transactional = new Properties();
            transactional.putAll(client);
            transactional.put("transactional.id", "gt-1");
            try (var producer =
                    new KafkaProducer<>(transactional, new ByteArraySerializer(), new ByteArraySerializer())) {
                producer.initTransactions();
            }
        }
    };

    /// @param client settings that say who is trying
    abstract void by(Properties client) throws Exception;

    static void write(Properties client, String topic) throws Exception {
        Properties safe = new Properties();
        safe.putAll(client);
        safe.put("acks", "all");
        safe.put("enable.idempotence", "true");
        try (var producer = new KafkaProducer<>(safe, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, new byte[] {1})).get(20, SECONDS);
        }
    }

    /// As a node reads: a partition chosen by itself, from an offset kept by itself, without a group.
    static void read(Properties client, String topic) {
        Properties alone = new Properties();
        alone.putAll(client);
        alone.put("enable.auto.commit", "false");
        alone.put("auto.offset.reset", "none");
        try (var consumer = new KafkaConsumer<>(alone, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            long first = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
            consumer.seek(partition, first);
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            ConsumerRecords<byte[], byte[]> records = ConsumerRecords.empty();
            while (records.isEmpty() && System.nanoTime() < end) {
                records = consumer.poll(Duration.ofMillis(200));
            }
            if (records.isEmpty()) {
                throw new IllegalStateException("Neither refused nor anything to read in " + topic);
            }
        }
    }
}
