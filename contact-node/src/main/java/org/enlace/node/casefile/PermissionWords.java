package org.enlace.node.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.enlace.message.MessageType;
import org.enlace.message.UsePermissionRequest.Item;
import org.enlace.node.casefile.CaseScreen.Permission;
import org.springframework.stereotype.Component;

/// What was asked about the use of a message and what was decided, in the reader's language.
@Component
public class PermissionWords {
    private final UsePermissions permissions;
    private final Labels labels;

    PermissionWords(UsePermissions permissions, Labels labels) {
        this.permissions = permissions;
        this.labels = labels;
    }

    /// What a message asks to use, one by one; empty if it asks nothing of the kind.
    public List<String> items(MessageEntry message, Locale reader) {
        return message.gist().type() == MessageType.USE_PERMISSION_REQUEST
                ? permissions
                        .asked(message)
                        .map(asked -> PermissionFacts.items(asked, new FactSheet(labels, reader)))
                        .orElse(List.of())
                : List.of();
    }

    /// What is asked for, as people call it.
    public String item(Item item, Locale reader) {
        return PermissionFacts.item(item, new FactSheet(labels, reader));
    }

    /// For the page of the message that it is about.
    List<Permission> of(MessageEntry message, Locale reader) {
        return permissions.of(message).stream()
                .map(permission -> of(
                        permission,
                        permissions.takenBack(message, permission.asked().use()),
                        reader))
                .toList();
    }

    private Permission of(UsePermission permission, boolean takenBack, Locale reader) {
        var sheet = new FactSheet(labels, reader);
        var asked = permission.asked();
        var where = asked.court() == null ? asked.holder() : asked.court();
        var decided = permission.decided();
        var lines = new ArrayList<String>();
        for (var at = 0; at < asked.items().size(); at++) {
            var number = at + 1;
            var said = decided == null
                    ? labels.text(reader, "casefile.permission.open")
                    : decided.verdicts().stream()
                            .filter(verdict -> verdict.item() == number)
                            .findFirst()
                            .map(verdict -> PermissionFacts.verdict(verdict, sheet))
                            .orElseGet(() -> labels.text(reader, "casefile.permission.open"));
            lines.add(sheet.text(
                    "web.pair", "name", PermissionFacts.item(asked.items().get(at), sheet), "value", said));
        }
        var until = decided == null ? null : decided.until();
        if (until != null) {
            lines.add(labels.text(reader, "casefile.permission.until", "day", sheet.day(until)));
        }
        if (takenBack) {
            lines.add(labels.text(reader, "casefile.permission.taken-back"));
        }
        return new Permission(
                sheet.text(
                        "web.pair",
                        "name",
                        sheet.label("permission-use", asked.use()),
                        "value",
                        where == null ? "" : where),
                permission.request().partner(),
                "?message=" + permission.request().id(),
                lines);
    }
}
