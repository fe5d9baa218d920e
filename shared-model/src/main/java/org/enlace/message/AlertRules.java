package org.enlace.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a case alert must say.
final class AlertRules {
    private static final int LIST_MAX = 50;

    private AlertRules() {}

    static void check(Breaches breaches, CaseAlert message, About about) {
        CaseAlert.AlertPart alert = message.alert();
        breaches.requiredCode("alert.alertKind", alert.alertKind(), "alert-kind");
        breaches.requiredText("alert.what", alert.what(), Breaches.TEXT_MAX);
        breaches.requiredCode("alert.askedAction", alert.askedAction(), "asked-action");
        breaches.text("alert.callBack", alert.callBack(), Breaches.SHORT_MAX);
        triple(breaches, "alert", alert.acts(), alert.means(), alert.purposes(), about.childInvolved());
        place(breaches, "alert.whereNow", alert.whereNow());
        place(breaches, "alert.heading", alert.heading());
        window(breaches, alert.window());
        groups(breaches, alert.persons());
        vehicles(breaches, alert.vehicles());
        CaseAlert.PolicePart police = message.police();
        if (police != null) {
            SealedTexts.check(breaches, police);
            plates(breaches, police.plates(), alert.vehicles().size());
        }
        CaseAlert.IdentityPart identity = message.identity();
        if (identity != null) {
            breaches.atMost("identity.persons", identity.persons(), LIST_MAX);
            for (int i = 0; i < identity.persons().size(); i++) {
                SealedTexts.check(
                        breaches,
                        "identity.persons[" + i + "]",
                        identity.persons().get(i));
            }
        }
    }

    /// Act, means and purpose; a child needs no means (Palermo Protocol Art. 3(c)). What is missing is not yet
    /// established, and never in the way of help.
    static void triple(
            Breaches breaches,
            String part,
            List<String> acts,
            List<String> means,
            List<String> purposes,
            ChildInvolved child) {
        breaches.codes(part + ".acts", acts, "palermo-act");
        breaches.codes(part + ".means", means, "palermo-means");
        breaches.codes(part + ".purposes", purposes, "palermo-purpose");
        if (acts.isEmpty()) {
            breaches.add(part + ".acts", BreachCode.ACT_NOT_ESTABLISHED);
        }
        if (means.isEmpty() && child != ChildInvolved.YES) {
            breaches.add(part + ".means", BreachCode.MEANS_NOT_ESTABLISHED);
        }
        if (purposes.isEmpty()) {
            breaches.add(part + ".purposes", BreachCode.PURPOSE_NOT_ESTABLISHED);
        }
    }

    static void place(Breaches breaches, String field, @Nullable Place place) {
        if (place == null) {
            return;
        }
        breaches.requiredCountry(field + ".country", place.country());
        String subdivision = place.subdivision();
        if (subdivision != null && !subdivision.matches("[A-Z]{2}-[A-Z0-9]{1,3}")) {
            breaches.add(field + ".subdivision", BreachCode.NOT_IN_LIST, "iso-3166-2");
        }
        String locode = place.locode();
        if (locode != null && !locode.matches("[A-Z]{2}[A-Z2-9]{3}")) {
            breaches.add(field + ".locode", BreachCode.NOT_IN_LIST, "un-locode");
        }
    }

    private static void window(Breaches breaches, CaseAlert.@Nullable Window window) {
        if (window == null) {
            return;
        }
        Instant from = window.from();
        Instant to = window.to();
        if (from != null && to != null && to.isBefore(from)) {
            breaches.add("alert.window.to", BreachCode.ENDS_BEFORE_IT_BEGINS);
        }
    }

    private static void groups(Breaches breaches, List<CaseAlert.PersonGroup> groups) {
        breaches.atMost("alert.persons", groups, LIST_MAX);
        for (int i = 0; i < groups.size(); i++) {
            String field = "alert.persons[" + i + "]";
            CaseAlert.PersonGroup group = groups.get(i);
            breaches.requiredCode(field + ".count", group.count(), "volume-band");
            breaches.code(field + ".ageBand", group.ageBand(), "age-band");
            breaches.code(field + ".gender", group.gender(), "gender");
            breaches.code(field + ".role", group.role(), "person-role");
        }
    }

    private static void plates(Breaches breaches, List<CaseAlert.Plate> plates, int vehicles) {
        breaches.atMost("police.plates", plates, LIST_MAX);
        for (int i = 0; i < plates.size(); i++) {
            CaseAlert.Plate plate = plates.get(i);
            if (plate.vehicle() < 0 || plate.vehicle() >= vehicles) {
                breaches.add("police.plates[" + i + "].vehicle", BreachCode.NOT_IN_LIST, "alert.vehicles");
            }
            SealedTexts.check(breaches, "police.plates[" + i + "].number", plate.number(), Breaches.SHORT_MAX);
        }
    }

    private static void vehicles(Breaches breaches, List<CaseAlert.Vehicle> vehicles) {
        breaches.atMost("alert.vehicles", vehicles, LIST_MAX);
        for (int i = 0; i < vehicles.size(); i++) {
            String field = "alert.vehicles[" + i + "]";
            CaseAlert.Vehicle vehicle = vehicles.get(i);
            breaches.requiredCode(field + ".mode", vehicle.mode(), "transport-mode");
            breaches.text(field + ".description", vehicle.description(), Breaches.TEXT_MAX);
            breaches.country(field + ".plateCountry", vehicle.plateCountry());
        }
    }
}
