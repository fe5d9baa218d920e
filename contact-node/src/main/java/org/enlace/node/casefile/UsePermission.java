package org.enlace.node.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.enlace.message.UsePermissionDecision.DecisionPart;
import org.enlace.message.UsePermissionRequest;
import org.enlace.message.UsePermissionRequest.AskPart;
import org.enlace.message.UsePermissionRequest.Item;
import org.jspecify.annotations.Nullable;

/// One question whether a message may be used otherwise, and the decision that stands.
///
/// @param request the message that asks
/// @param decided null while nobody has decided
public record UsePermission(
        MessageEntry request, AskPart asked, @Nullable DecisionPart decided) {

    /// One item that may be used.
    ///
    /// @param until the last day
    public record Granted(Item item, @Nullable String conditions, LocalDate until) {}

    /// Whether the whole message may go to exactly this unit on that day.
    boolean letsPass(String unit, LocalDate day) {
        return isFor(unit) && grantsWhole(day);
    }

    /// Whether it asks that all of the message goes to exactly this unit.
    boolean asksFor(String unit) {
        return isFor(unit)
                && asked.items().stream().anyMatch(item -> item.part().equals(Item.WHOLE));
    }

    private boolean isFor(String unit) {
        var holder = asked.holder();
        return asked.use().equals(UsePermissionRequest.PASS_ON)
                && holder != null
                && holder.strip().equals(unit.strip());
    }

    /// Whether any of it was granted, until a day that is over by then.
    public boolean isOver(LocalDate day) {
        return decided != null && decided.until() != null && decided.until().isBefore(day);
    }

    /// Whether the whole message may be used in court on that day.
    boolean letsUseInCourt(LocalDate day) {
        return asked.use().equals(UsePermissionRequest.COURT) && grantsWhole(day);
    }

    /// What of the message may be used in court on that day, item by item.
    List<Granted> inCourt(LocalDate day) {
        var granted = new ArrayList<Granted>();
        if (decided != null && decided.until() != null && asked.use().equals(UsePermissionRequest.COURT)) {
            for (var verdict : decided.verdicts()) {
                var asksIt =
                        verdict.item() >= 1 && verdict.item() <= asked.items().size();
                if (asksIt && decided.grants(verdict.item(), day)) {
                    granted.add(
                            new Granted(asked.items().get(verdict.item() - 1), verdict.conditions(), decided.until()));
                }
            }
        }
        return granted;
    }

    private boolean grantsWhole(LocalDate day) {
        return decided != null
                && IntStream.range(0, asked.items().size())
                        .filter(at -> asked.items().get(at).part().equals(Item.WHOLE))
                        .anyMatch(at -> decided.grants(at + 1, day));
    }
}
