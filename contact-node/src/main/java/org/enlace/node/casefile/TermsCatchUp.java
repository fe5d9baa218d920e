package org.enlace.node.casefile;

import java.time.Instant;
import org.enlace.node.exchange.Ticking;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes what was here before this version findable, some messages at a time, while officers work.
@Component
class TermsCatchUp implements Ticking {
    private static final int BATCH = 500;

    private final CaseTerms terms;
    private final CaseMessages messages;

    TermsCatchUp(CaseTerms terms, CaseMessages messages) {
        this.terms = terms;
        this.messages = messages;
    }

    @Override
    @Transactional
    public void tick(Instant now) {
        for (var id : terms.missing(BATCH)) {
            messages.found(messages.find(id).orElseThrow());
            terms.there(id);
        }
    }
}
