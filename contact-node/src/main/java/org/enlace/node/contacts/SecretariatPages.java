package org.enlace.node.contacts;

import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.FreshProof;
import org.enlace.node.access.Officer;
import org.enlace.node.contacts.SecretariatProposals.Outcome.Proposed;
import org.enlace.node.contacts.SecretariatProposals.Outcome.Refused;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a supervisor has the next version of the directory made, in which the role of the Secretariat passes on.
@Controller
@RequestMapping("/directory/secretariat")
class SecretariatPages {
    private static final int HASH_SHOWN = 12;

    private final SecretariatProposals proposals;
    private final SecretariatWords words;

    SecretariatPages(SecretariatProposals proposals, SecretariatWords words) {
        this.proposals = proposals;
        this.words = words;
    }

    @GetMapping
    @Access(Action.PROPOSE_SECRETARIAT)
    Page show(PageContext page) {
        return show("", null, page);
    }

    @PostMapping
    @Access(Action.PROPOSE_SECRETARIAT)
    @FreshProof
    Object propose(@RequestParam(defaultValue = "") String member, Officer officer, PageContext page) {
        return switch (proposals.propose(member, officer)) {
            case Proposed proposed -> {
                var proposal = proposed.proposal();
                var name = "directory-" + proposal.content().version() + "-"
                        + proposal.hash().substring(0, HASH_SHOWN) + ".json";
                yield ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(name)
                                        .build()
                                        .toString())
                        .body(proposal.bytes());
            }
            case Refused refused -> show(member, refused, page).status(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Page show(String typed, @Nullable Refused refused, PageContext page) {
        return Page.of("directory/secretariat").with("screen", words.screen(typed, refused, page));
    }
}
