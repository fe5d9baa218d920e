package org.enlace.node.alert;

import java.util.List;
import java.util.Map;
import org.enlace.message.CaseAlert;
import org.enlace.node.drafts.Prefilled;
import org.jspecify.annotations.Nullable;

/// The form of an alert, filled with one that was sent.
final class AlertForm {
    private AlertForm() {}

    static Map<String, List<String>> of(CaseAlert alert, Prefilled form) {
        var said = alert.alert();
        form.put("alertKind", said.alertKind())
                .put("what", said.what())
                .put("acts", said.acts())
                .put("means", said.means())
                .put("purposes", said.purposes())
                .place("now", said.whereNow())
                .place("heading", said.heading())
                .put("askedAction", said.askedAction())
                .put("callBack", said.callBack());
        var window = said.window();
        if (window != null) {
            form.moment("from", window.from()).moment("to", window.to());
        }
        for (var at = 0; at < said.persons().size(); at++) {
            var group = said.persons().get(at);
            var name = "group." + at + ".";
            form.put(name + "count", group.count())
                    .put(name + "ageBand", group.ageBand())
                    .put(name + "gender", group.gender())
                    .put(name + "role", group.role());
        }
        for (var at = 0; at < said.vehicles().size(); at++) {
            var vehicle = said.vehicles().get(at);
            var name = "vehicle." + at + ".";
            form.put(name + "mode", vehicle.mode())
                    .put(name + "description", vehicle.description())
                    .put(name + "plateCountry", vehicle.plateCountry());
        }
        police(alert.police(), form);
        var identity = alert.identity();
        if (identity != null) {
            form.people(identity.persons());
        }
        return form.values();
    }

    private static void police(CaseAlert.@Nullable PolicePart police, Prefilled form) {
        if (police == null) {
            return;
        }
        for (var at = 0; at < police.documents().size(); at++) {
            var paper = police.documents().get(at);
            var name = "paper." + at + ".";
            form.put(name + "kind", paper.kind())
                    .put(name + "country", paper.country())
                    .put(name + "number", paper.number());
        }
        for (var at = 0; at < police.phones().size(); at++) {
            form.put("phone." + at + ".number", police.phones().get(at));
        }
        for (var at = 0; at < police.handles().size(); at++) {
            var handle = police.handles().get(at);
            form.put("handle." + at + ".platform", handle.platform()).put("handle." + at + ".name", handle.name());
        }
        police.plates().forEach(plate -> form.put("vehicle." + plate.vehicle() + ".plate", plate.number()));
    }
}
