package org.enlace.compose;

import java.util.List;
import java.util.Map;
import org.enlace.handling.Handling;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.CaseReference;
import org.enlace.message.ChildInvolved;
import org.enlace.message.InformationRequest;
import org.enlace.message.MessageType;
import org.enlace.message.Particulars;
import org.enlace.message.Persons;
import org.enlace.person.Identity;
import org.enlace.person.Sensitive;

/// What a partner asks.
final class Asked {
    static final String FAMILY = "Quetzalcanario";
    static final String PHONE = "+52 55 5555 0177";

    private Asked() {}

    static InformationRequest request() {
        var part = new InformationRequest.RequestPart(
                List.of(
                        new InformationRequest.Question("ENTRY_EXIT", "Has the woman left by air?"),
                        new InformationRequest.Question("PHONE", "Who holds the telephone?")),
                null,
                "To find her before she is moved on",
                "She answered the offer",
                "Her last ticket was to your capital",
                "She crossed by land",
                List.of("INTELLIGENCE"),
                null);
        var identity = new Identity(Sensitive.of(FAMILY), null, null, List.of());
        var police = new Particulars(List.of(), List.of(Sensitive.of(PHONE)), List.of(), List.of(), List.of(), null);
        return new InformationRequest(part, police, new Persons(List.of(identity)));
    }

    static About about(CaseReference reference, Handling handling) {
        return new About(
                MessageType.INFORMATION_REQUEST,
                1,
                Map.of(),
                reference,
                null,
                null,
                null,
                null,
                Urgency.NORMAL,
                null,
                handling,
                List.of(),
                List.of("INVESTIGATION"),
                "eng",
                "INVESTIGATOR",
                "officer-MX7",
                null,
                List.of(),
                ChildInvolved.NO,
                null,
                null,
                null,
                "Entries of a woman");
    }
}
