package org.enlace.node.contacts;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.FreshProof;
import org.enlace.node.access.Officer;
import org.enlace.node.contacts.SecretariatProposals.Outcome.Proposed;
import org.enlace.node.contacts.SecretariatProposals.Outcome.Refused;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Problem;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The proposal to pass the role of the Secretariat on, for programs of a supervisor.
@RestController
class SecretariatApi {
    private final SecretariatProposals proposals;

    SecretariatApi(SecretariatProposals proposals) {
        this.proposals = proposals;
    }

    @PostMapping(path = "/api/v1/directory/secretariat", produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Action.PROPOSE_SECRETARIAT)
    @FreshProof
    ProposalAnswer propose(@RequestBody SecretariatWanted wanted, Officer officer, PageContext page) {
        return switch (proposals.propose(Objects.requireNonNullElse(wanted.member(), ""), officer)) {
            case Proposed(var proposal, var from, var to) ->
                new ProposalAnswer(
                        proposal.content().version(),
                        proposal.hash(),
                        from == null ? null : from.value(),
                        to.value(),
                        new String(proposal.bytes(), StandardCharsets.UTF_8));
            case Refused(var points, var unreached) ->
                throw new ProblemFound(
                        ProblemKind.REFUSED,
                        points.stream()
                                .map(point -> Problem.Wrong.at(
                                        "/member", point.name(), SecretariatWords.point(point, unreached, page)))
                                .toList());
        };
    }

    /// @param member to whom the role passes
    record SecretariatWanted(@Nullable String member) {}

    /// @param version of the directory that is proposed
    /// @param hash lower-case hex SHA-256 of the content
    /// @param from who has the role now; null if nobody does
    /// @param content what is to be signed, in UTF-8 byte for byte
    record ProposalAnswer(
            int version, String hash, @Nullable String from, String to, String content) {}
}
