package org.enlace.node.casefile;

import java.util.ArrayList;
import java.util.List;
import org.enlace.message.About;
import org.enlace.message.CaseAlert;
import org.enlace.person.Identity;
import org.enlace.person.Sensitive;
import org.enlace.person.ShowsPersonalData;
import org.jspecify.annotations.Nullable;

/// The lines of a case alert.
final class AlertFacts {
    private AlertFacts() {}

    static List<String> asks(CaseAlert.AlertPart alert, FactSheet sheet) {
        var asks = new ArrayList<String>();
        asks.add(sheet.label("asked-action", alert.askedAction()));
        var callBack = alert.callBack();
        if (callBack != null) {
            asks.add(sheet.text("casefile.ask.call", "desk", callBack));
        }
        return asks;
    }

    static void summary(CaseAlert.AlertPart alert, About about, FactSheet sheet) {
        sheet.written("casefile.fact.what", alert.what(), about.language())
                .code("casefile.fact.kind", "alert-kind", alert.alertKind())
                .said(
                        "casefile.fact.groups",
                        alert.persons().stream()
                                .map(group -> group(group, sheet))
                                .toList())
                .place("casefile.fact.where", alert.whereNow())
                .place("casefile.fact.heading", alert.heading());
        var window = alert.window();
        if (window != null) {
            var from = window.from();
            var to = window.to();
            sheet.said(
                    "casefile.fact.window",
                    List.of((from == null ? "…" : FactSheet.minutes(from)) + " – "
                            + (to == null ? "…" : FactSheet.minutes(to))));
        }
        sheet.codes("casefile.fact.acts", "palermo-act", alert.acts())
                .codes("casefile.fact.means", "palermo-means", alert.means())
                .codes("casefile.fact.purposes", "palermo-purpose", alert.purposes())
                .said(
                        "casefile.fact.vehicles",
                        alert.vehicles().stream()
                                .map(vehicle -> Labels.joined(
                                        sheet.label("transport-mode", vehicle.mode()),
                                        given(vehicle.description()),
                                        sheet.country(vehicle.plateCountry())))
                                .toList());
    }

    @ShowsPersonalData
    static void persons(CaseAlert alert, FactSheet sheet) {
        var identity = alert.identity();
        if (identity != null) {
            identity.persons().forEach(person -> Identities.lines(person, sheet));
        }
        var police = alert.police();
        if (police != null) {
            sheet.said(
                    "casefile.fact.documents",
                    police.documents().stream().map(one -> document(one, sheet)).toList());
            sheet.said(
                    "casefile.fact.plates",
                    police.plates().stream()
                            .map(plate -> plate(alert.alert().vehicles(), plate, sheet))
                            .toList());
            sheet.said(
                    "casefile.fact.phones",
                    police.phones().stream().map(AlertFacts::shown).toList());
            sheet.said(
                    "casefile.fact.handles",
                    police.handles().stream()
                            .map(handle -> sheet.text(
                                    "web.pair",
                                    "name",
                                    sheet.label("platform", handle.platform()),
                                    "value",
                                    shown(handle.name())))
                            .toList());
        }
    }

    @ShowsPersonalData
    static String document(Identity.Document document, FactSheet sheet) {
        return Labels.joined(
                sheet.label("document", document.kind()),
                sheet.country(document.country()),
                document.number().reveal());
    }

    /// Which vehicle bears it, if the alert holds that one.
    private static String plate(List<CaseAlert.Vehicle> vehicles, CaseAlert.Plate plate, FactSheet sheet) {
        if (plate.vehicle() < 0 || plate.vehicle() >= vehicles.size()) {
            return shown(plate.number());
        }
        var vehicle = vehicles.get(plate.vehicle());
        return Labels.joined(
                shown(plate.number()),
                sheet.country(vehicle.plateCountry()),
                sheet.label("transport-mode", vehicle.mode()),
                given(vehicle.description()));
    }

    @ShowsPersonalData
    private static String shown(Sensitive<String> value) {
        return value.reveal();
    }

    private static String group(CaseAlert.PersonGroup group, FactSheet sheet) {
        return Labels.joined(
                sheet.label("volume-band", group.count()),
                sheet.label("age-band", group.ageBand()),
                sheet.label("gender", group.gender()),
                sheet.label("person-role", group.role()));
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }
}
