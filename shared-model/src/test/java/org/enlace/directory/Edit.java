package org.enlace.directory;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.enlace.message.NodeId;

/// Changes single fields of a version of the directory.
record Edit(
        int v,
        int version,
        String prevHash,
        Instant issuedAt,
        Instant expiresAt,
        int threshold,
        String topic,
        List<DirectoryOfficer> officers,
        List<Member> members) {

    Edit(Directory of) {
        this(
                of.v(),
                of.version(),
                of.prevHash(),
                of.issuedAt(),
                of.expiresAt(),
                of.threshold(),
                of.topic(),
                of.officers(),
                of.members());
    }

    Directory done() {
        return new Directory(v, version, prevHash, issuedAt, expiresAt, threshold, topic, officers, members);
    }

    Edit format(int other) {
        return new Edit(other, version, prevHash, issuedAt, expiresAt, threshold, topic, officers, members);
    }

    Edit number(int other) {
        return new Edit(v, other, prevHash, issuedAt, expiresAt, threshold, topic, officers, members);
    }

    Edit after(String hash) {
        return new Edit(v, version, hash, issuedAt, expiresAt, threshold, topic, officers, members);
    }

    Edit times(Instant issued, Instant expires) {
        return new Edit(v, version, prevHash, issued, expires, threshold, topic, officers, members);
    }

    Edit needing(int other) {
        return new Edit(v, version, prevHash, issuedAt, expiresAt, other, topic, officers, members);
    }

    Edit officers(List<DirectoryOfficer> other) {
        return new Edit(v, version, prevHash, issuedAt, expiresAt, threshold, topic, other, members);
    }

    Edit members(List<Member> other) {
        return new Edit(v, version, prevHash, issuedAt, expiresAt, threshold, topic, officers, other);
    }

    Edit member(NodeId code, UnaryOperator<Member> change) {
        return members(members.stream()
                .map(member -> member.code().equals(code) ? change.apply(member) : member)
                .toList());
    }
}
