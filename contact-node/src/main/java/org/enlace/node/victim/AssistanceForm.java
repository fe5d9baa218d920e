package org.enlace.node.victim;

import java.util.List;
import java.util.Map;
import org.enlace.message.VictimAssistanceRequest;
import org.enlace.node.drafts.Prefilled;

/// The form of a request for help, filled with one that was sent.
final class AssistanceForm {
    private AssistanceForm() {}

    static Map<String, List<String>> of(VictimAssistanceRequest request, Prefilled form) {
        VictimForm.alert(request.alert(), form);
        var protection = request.protection();
        if (protection != null) {
            VictimForm.person(protection.person(), form);
            VictimForm.consent(protection.consent(), form);
            VictimForm.risk(protection.risk(), form);
            VictimForm.contact(protection.contactOverride(), form);
            form.put("subdivision", protection.subdivision())
                    .put("documentsHeld", protection.documentsHeld())
                    .put("documentsWithheld", protection.documentsWithheld())
                    .put("legalProceedings", protection.legalProceedings())
                    .put("reflectionUntil", protection.reflectionPeriodUntil())
                    .put(
                            "consulateWanted",
                            protection.contactWithConsulateWanted().name())
                    .put("note", protection.note());
        }
        var identity = request.identity();
        if (identity != null) {
            VictimForm.identity(identity.identity(), form);
            form.put("address", identity.address());
        }
        return form.values();
    }
}
