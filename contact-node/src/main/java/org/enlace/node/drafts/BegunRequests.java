package org.enlace.node.drafts;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.node.access.Officer;
import org.springframework.stereotype.Component;

/// Drafts that another page begins for its reader.
@Component
public class BegunRequests {
    private final DraftDesk desk;
    private final Families families;

    BegunRequests(DraftDesk desk, Families families) {
        this.desk = desk;
        this.families = families;
    }

    /// A request for information to one partner.
    ///
    /// @param purpose code of list `purpose`
    /// @param whyThere why that partner is thought to know; no name and no number
    /// @return where the officer goes on with it
    public UUID information(CaseReference reference, NodeId partner, String purpose, String whyThere, Officer officer) {
        var begun = Map.of(
                "recipients", List.of(partner.value()),
                "purpose", List.of(purpose),
                "whyThere", List.of(whyThere));
        return desk.begin(families.of(MessageType.INFORMATION_REQUEST), reference, begun, officer)
                .id();
    }
}
