package org.enlace.directory;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// What every version must keep to by itself: complete, without contradictions, each key of the right kind, used once
/// and for one purpose.
final class DirectoryRules {
    private static final int HOLDERS_MIN = 3;
    private static final int KEY_USAGE_DIGITAL_SIGNATURE = 0;
    private static final int KEY_USAGE_KEY_ENCIPHERMENT = 2;
    private static final int KEY_USAGE_KEY_AGREEMENT = 4;

    private final Set<Der> keys = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    private DirectoryRules() {}

    static void check(Directory directory) throws RejectedDirectory {
        try {
            new DirectoryRules().all(directory);
        } catch (IllegalArgumentException e) {
            throw new RejectedDirectory(DirectoryRejection.RULES);
        }
    }

    private void all(Directory directory) throws RejectedDirectory {
        long holders = directory.officers().stream()
                .map(DirectoryOfficer::member)
                .distinct()
                .count();
        rule(directory.v() == 1);
        rule(directory.version() >= 1);
        rule(directory.issuedAt().isBefore(directory.expiresAt()));
        rule(directory.threshold() >= Math.max(HOLDERS_MIN, holders / 2 + 1) && directory.threshold() <= holders);
        rule(names.add(directory.topic()) && topicName(directory.topic()));
        for (DirectoryOfficer officer : directory.officers()) {
            rule(directory.member(officer.member()).isPresent());
            ecKey(officer.certEc(), KEY_USAGE_DIGITAL_SIGNATURE);
            key(officer.certPq(), NISTObjectIdentifiers.id_ml_dsa_65, KEY_USAGE_DIGITAL_SIGNATURE);
        }
        // Whoever is asked for statistics must not have to choose.
        rule(directory.members().stream()
                        .filter(member -> member.contact().roles().contains(ContactPoint.SECRETARIAT))
                        .count()
                <= 1);
        Set<NodeId> codes = new HashSet<>();
        for (Member member : directory.members()) {
            rule(codes.add(member.code()));
            member(directory, member);
        }
    }

    private void member(Directory directory, Member member) throws RejectedDirectory {
        rule(member.suite().equals("S1"));
        rule(names.add(member.kafkaPrincipal()));
        rule(member.topics().keySet().equals(Set.of(TopicSubject.values())));
        for (String topic : member.topics().values()) {
            rule(names.add(topic) && topicName(topic));
        }
        // Nothing that time can make untrue: a calendar that grew old must not keep the next version from being signed.
        PublishedCalendar calendar = member.contact().calendar();
        rule(calendar == null || !calendar.reachesBeyond(directory.issuedAt()));
        List<NodeId> partners = member.partners();
        rule(partners.size() == new HashSet<>(partners).size() && !partners.contains(member.code()));
        rule(partners.stream().allMatch(partner -> directory.member(partner).isPresent()));
        for (SigningPair pair : member.sig()) {
            rule(pair.notBefore().isBefore(pair.notAfter()));
            ecKey(pair.certEc(), KEY_USAGE_DIGITAL_SIGNATURE);
            key(pair.certPq(), NISTObjectIdentifiers.id_ml_dsa_65, KEY_USAGE_DIGITAL_SIGNATURE);
        }
        for (EncryptionPair pair : member.enc()) {
            rule(pair.notBefore().isBefore(pair.encryptUntil()));
            rule(!pair.decryptUntil().isBefore(pair.encryptUntil()));
            ecKey(pair.certEc(), KEY_USAGE_KEY_AGREEMENT);
            key(pair.certKem(), NISTObjectIdentifiers.id_alg_ml_kem_1024, KEY_USAGE_KEY_ENCIPHERMENT);
        }
    }

    private void ecKey(Der certificate, int usage) throws RejectedDirectory {
        PublicKey key = key(certificate, X9ObjectIdentifiers.id_ecPublicKey, usage);
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
        rule(key instanceof ECPublicKey
                && SECObjectIdentifiers.secp256r1.equals(info.getAlgorithm().getParameters()));
    }

    private PublicKey key(Der certificate, ASN1ObjectIdentifier algorithm, int usage) throws RejectedDirectory {
        X509Certificate x509 = Certificates.read(certificate);
        PublicKey key = x509.getPublicKey();
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
        rule(info.getAlgorithm().getAlgorithm().equals(algorithm));
        rule(onlyUsage(x509.getKeyUsage(), usage));
        rule(x509.getBasicConstraints() < 0 && Certificates.keyId(x509).isPresent());
        rule(keys.add(new Der(key.getEncoded())));
        return key;
    }

    private static boolean onlyUsage(boolean @Nullable [] usages, int wanted) {
        if (usages == null) {
            return false;
        }
        for (int i = 0; i < usages.length; i++) {
            if (usages[i] != (i == wanted)) {
                return false;
            }
        }
        return true;
    }

    /// What Kafka takes as a topic name.
    private static boolean topicName(String name) {
        return name.matches("[a-zA-Z0-9._-]{1,249}") && !name.equals(".") && !name.equals("..");
    }

    private static void rule(boolean kept) throws RejectedDirectory {
        RejectedDirectory.unless(kept, DirectoryRejection.RULES);
    }
}
