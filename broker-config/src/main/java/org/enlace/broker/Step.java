package org.enlace.broker;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.quota.ClientQuotaEntity;

/// One change to a broker. Its text is one line for a person and for `grep`.
sealed interface Step {

    record CreateTopic(String topic, TopicSpec spec) implements Step {
        @Override
        public String toString() {
            return "create topic " + topic + " with " + spec.replicas() + " copies";
        }
    }

    /// @param set settings to give a value
    /// @param clear settings to hand back to the broker's default
    record ChangeTopic(String topic, Map<String, String> set, Set<String> clear) implements Step {
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("change topic " + topic + ":");
            new TreeMap<>(set)
                    .forEach((name, value) ->
                            text.append(' ').append(name).append('=').append(value));
            new TreeSet<>(clear).forEach(name -> text.append(" -").append(name));
            return text.toString();
        }
    }

    record Limit(ClientQuotaEntity who, Map<String, Double> set, Set<String> clear) implements Step {
        @Override
        public String toString() {
            return "limit " + new TreeMap<>(who.entries()) + ": " + new TreeMap<>(set) + " -" + new TreeSet<>(clear);
        }
    }

    record Grant(AclBinding what) implements Step {
        @Override
        public String toString() {
            return "grant " + line(what);
        }
    }

    record Revoke(AclBinding what) implements Step {
        @Override
        public String toString() {
            return "revoke " + line(what);
        }
    }

    static String line(AclBinding what) {
        return what.entry().principal() + " " + what.entry().permissionType() + " "
                + what.entry().operation() + " " + what.pattern().resourceType() + " "
                + what.pattern().patternType() + " " + what.pattern().name() + " from "
                + what.entry().host();
    }
}
