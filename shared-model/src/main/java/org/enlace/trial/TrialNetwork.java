package org.enlace.trial;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.enlace.directory.DecryptionKeys;
import org.enlace.directory.DecryptionPair;
import org.enlace.directory.Directory;
import org.enlace.directory.DirectorySigner;
import org.enlace.directory.DirectoryVerdict;
import org.enlace.directory.DirectoryVerifier;
import org.enlace.directory.EncryptionPair;
import org.enlace.directory.KeyRing;
import org.enlace.directory.Member;
import org.enlace.directory.MemberStatus;
import org.enlace.directory.SigningKeys;
import org.enlace.directory.SigningPair;
import org.enlace.directory.TrustedDirectories;
import org.enlace.message.NodeId;

/// A whole network in memory: every member's keys, the officers, the transport authority, and the signed directory from
/// its first version on. Immutable: each change of the directory gives a new network with one more version. Everything
/// comes from the given randomness and clock.
public final class TrialNetwork {
    /// The member that plays partners in exercises; in every trial network.
    public static final NodeId EXERCISE_PARTNER = new NodeId("ZZ");

    private static final Duration DIRECTORY_LIFE = Duration.ofDays(30);
    private static final int HOLDERS_MIN = 3;
    private static final int HOLDERS_MAX = 5;

    private final Ceremony ceremony;
    private final Roster roster;
    private final TopicNames names;
    private final Map<NodeId, TrialMember> members;
    private final List<TrialOfficer> officers;
    private final TrustedDirectories directories;

    private TrialNetwork(
            Ceremony ceremony,
            Roster roster,
            TopicNames names,
            Map<NodeId, TrialMember> members,
            List<TrialOfficer> officers,
            TrustedDirectories directories) {
        this.ceremony = ceremony;
        this.roster = roster;
        this.names = names;
        this.members = members;
        this.officers = officers;
        this.directories = directories;
    }

    /// A network of these members and the exercise partner, in which all are partners of all. The first of them, at
    /// most five, have the directory officers.
    ///
    /// @param codes member states of the OAS, at least two
    public static TrialNetwork create(Collection<NodeId> codes, TopicNames names, SecureRandom random, Clock clock) {
        return create(codes, Optional.empty(), names, random, clock);
    }

    /// The same, in which one of them is the Secretariat.
    public static TrialNetwork create(
            Collection<NodeId> codes,
            Optional<NodeId> secretariat,
            TopicNames names,
            SecureRandom random,
            Clock clock) {
        Ceremony ceremony = new Ceremony(random, clock);
        Roster roster = new Roster();
        List<NodeId> all = new ArrayList<>(new TreeSet<>(codes));
        all.remove(EXERCISE_PARTNER);
        all.add(EXERCISE_PARTNER);
        secretariat.filter(code -> !all.contains(code)).ifPresent(code -> {
            throw new IllegalArgumentException("Not a member of this trial network: " + code);
        });
        if (all.size() < HOLDERS_MIN) {
            throw new IllegalArgumentException("A network needs two members and the exercise partner at least");
        }
        Map<NodeId, TrialMember> members = new TreeMap<>();
        all.forEach(code -> members.put(code, ceremony.enrol(code)));
        List<TrialOfficer> officers = all.stream()
                .limit(Math.clamp(all.size() - 1, HOLDERS_MIN, HOLDERS_MAX))
                .map(code -> ceremony.appoint(member(members, code)))
                .toList();
        Directory first = new Directory(
                1,
                1,
                "0".repeat(64),
                ceremony.now(),
                ceremony.now().plus(DIRECTORY_LIFE),
                Math.max(HOLDERS_MIN, officers.size() / 2 + 1),
                names.ofDirectory(random),
                officers.stream().map(TrialOfficer::listed).toList(),
                members.values().stream()
                        .map(member -> listed(ceremony, roster, names, member, members.keySet()))
                        .map(member -> secretariat.filter(member.code()::equals).isPresent()
                                ? Change.secretariat(member)
                                : member)
                        .toList());
        byte[] signed = new DirectorySigner(random).sign(first, keys(officers), ceremony.now());
        DirectoryVerifier verifier = new DirectoryVerifier();
        String pinned = verifier.fingerprint(signed).orElseThrow();
        TrustedDirectories directories = trusted(verifier.start(pinned, List.of(signed), ceremony.now()));
        return new TrialNetwork(ceremony, roster, names, members, officers, directories);
    }

    /// Every code that can be a member, `ZZ` among them.
    public static List<NodeId> possibleMembers() {
        return new Roster().codes();
    }

    public TrustedDirectories directories() {
        return directories;
    }

    public Directory directory() {
        return directories.current().content();
    }

    /// What every node is configured with: lower-case hex SHA-256 of the content of version 1.
    public String genesisHash() {
        return directories.versions().getFirst().hash();
    }

    public SortedSet<NodeId> codes() {
        return new TreeSet<>(members.keySet());
    }

    public TrialMember member(NodeId code) {
        return member(members, code);
    }

    public List<TrialOfficer> officers() {
        return officers;
    }

    /// Authority of all TLS certificates of the network.
    public X509Certificate transportAuthority() {
        return ceremony.transportAuthority();
    }

    /// What the member's node connects to the broker with: key, certificate, authority.
    public byte[] transportPem(NodeId code) {
        return ceremony.pem(member(code).transport());
    }

    /// The same name and authority, but the certificate has expired.
    public byte[] expiredTransportPem(NodeId code) {
        return ceremony.pem(ceremony.expiredTransport(code));
    }

    Ceremony ceremony() {
        return ceremony;
    }

    /// The next version, in which this state is a member and everyone's partner.
    public TrialNetwork joining(NodeId code) {
        Map<NodeId, TrialMember> more = new TreeMap<>(members);
        more.put(code, ceremony.enrol(code));
        Member listed = listed(ceremony, roster, names, member(more, code), more.keySet());
        return next(more, directory -> {
            List<Member> all = new ArrayList<>(directory.members().stream()
                    .map(member -> Change.partners(member, plus(member.partners(), code)))
                    .toList());
            all.add(listed);
            return Change.members(directory, all);
        });
    }

    /// The next version, in which this member's signing keys have been revoked.
    public TrialNetwork revoking(NodeId code, Instant revokedAt, Instant compromisedSince) {
        return changing(
                code,
                member -> Change.signing(
                        member,
                        member.sig().stream()
                                .map(pair -> Change.revoked(pair, revokedAt, compromisedSince))
                                .toList()));
    }

    /// The next version, in which this member is suspended.
    public TrialNetwork suspending(NodeId code) {
        return changing(code, member -> Change.status(member, MemberStatus.SUSPENDED));
    }

    /// The next version, in which this member is the Secretariat as well.
    public TrialNetwork appointing(NodeId code) {
        return changing(code, Change::secretariat);
    }

    /// The next version, in which this member has a new signing pair beside the old one, and signs with it.
    public TrialNetwork renewingSigning(NodeId code) {
        TrialMember old = member(code);
        SigningKeys keys = ceremony.signingKeys(old.issuer(), "Signing", code, Ceremony.SIGNING_LIFE);
        SigningPair pair = ceremony.listed(keys);
        return with(old.with(new KeyRing(keys, old.keys().decryption())))
                .changing(code, member -> Change.signing(member, plus(List.of(pair), member.sig())));
    }

    /// The next version, in which this member has a new encryption pair; it still opens what was sent to the old one.
    public TrialNetwork rotating(NodeId code) {
        TrialMember old = member(code);
        DecryptionPair keys = ceremony.decryptionPair(old.issuer(), code);
        EncryptionPair pair = ceremony.listed(keys);
        DecryptionKeys ring =
                new DecryptionKeys(plus(List.of(keys), old.keys().decryption().pairs()));
        return with(old.with(new KeyRing(old.keys().signing(), ring)))
                .changing(code, member -> Change.encryption(member, plus(List.of(pair), member.enc())));
    }

    /// The next version, in which one member's entry is changed like this.
    public TrialNetwork changing(NodeId code, UnaryOperator<Member> change) {
        return changing(directory -> Change.members(
                directory,
                directory.members().stream()
                        .map(member -> member.code().equals(code) ? change.apply(member) : member)
                        .toList()));
    }

    /// The next version, changed like this; number, previous hash and times are set.
    public TrialNetwork changing(UnaryOperator<Directory> change) {
        return next(members, change);
    }

    /// The content of the next version before anyone signed it.
    public Directory proposed(UnaryOperator<Directory> change) {
        Directory now = directory();
        return change.apply(new Directory(
                now.v(),
                now.version() + 1,
                directories.current().hash(),
                ceremony.now(),
                ceremony.now().plus(DIRECTORY_LIFE),
                now.threshold(),
                now.topic(),
                now.officers(),
                now.members()));
    }

    private TrialNetwork next(Map<NodeId, TrialMember> others, UnaryOperator<Directory> change) {
        byte[] signed = new DirectorySigner(ceremony.random()).sign(proposed(change), keys(officers), ceremony.now());
        TrustedDirectories longer =
                trusted(new DirectoryVerifier().accept(directories, List.of(signed), ceremony.now()));
        return new TrialNetwork(ceremony, roster, names, others, officers, longer);
    }

    private TrialNetwork with(TrialMember member) {
        Map<NodeId, TrialMember> others = new TreeMap<>(members);
        others.put(member.code(), member);
        return new TrialNetwork(ceremony, roster, names, others, officers, directories);
    }

    private static Member listed(
            Ceremony ceremony, Roster roster, TopicNames names, TrialMember member, Collection<NodeId> all) {
        NodeId code = member.code();
        return new Member(
                code,
                MemberStatus.ACTIVE,
                "S1",
                List.of(ceremony.listed(member.keys().signing())),
                List.of(ceremony.listed(member.keys().decryption().pairs().getFirst())),
                code.value().toLowerCase(Locale.ROOT),
                names.of(code, ceremony.random()),
                all.stream().filter(other -> !other.equals(code)).toList(),
                roster.contact(code));
    }

    private static TrustedDirectories trusted(DirectoryVerdict verdict) {
        return switch (verdict) {
            case DirectoryVerdict.Accepted(TrustedDirectories directories) -> directories;
            case DirectoryVerdict.Rejected(var why, int _) ->
                throw new IllegalStateException("The trial directory breaks a rule: " + why);
        };
    }

    private static TrialMember member(Map<NodeId, TrialMember> members, NodeId code) {
        TrialMember member = members.get(code);
        if (member == null) {
            throw new IllegalArgumentException("Not a member of this trial network: " + code);
        }
        return member;
    }

    private static List<SigningKeys> keys(List<TrialOfficer> officers) {
        return officers.stream().map(TrialOfficer::keys).toList();
    }

    private static List<NodeId> plus(List<NodeId> codes, NodeId code) {
        return plus(codes, List.of(code));
    }

    private static <T> List<T> plus(List<T> first, List<T> second) {
        List<T> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
