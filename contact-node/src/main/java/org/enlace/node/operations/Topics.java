package org.enlace.node.operations;

import java.util.Optional;
import org.enlace.directory.TopicSubject;
import org.enlace.message.NodeId;
import org.enlace.node.directory.CurrentDirectory;
import org.springframework.stereotype.Component;

/// What the names of topics stand for, which say nothing by themselves.
@Component
class Topics {
    private final CurrentDirectory directory;

    Topics(CurrentDirectory directory) {
        this.directory = directory;
    }

    /// Whose topic it is and what it is about, if the directory lists it now.
    Optional<Topic> find(String name) {
        return directory.current().members().stream()
                .flatMap(member -> member.topics().entrySet().stream()
                        .filter(topic -> topic.getValue().equals(name))
                        .map(topic -> new Topic(member.code(), topic.getKey())))
                .findFirst();
    }

    Optional<TopicSubject> subject(String name) {
        return find(name).map(Topic::subject);
    }

    record Topic(NodeId owner, TopicSubject subject) {}
}
