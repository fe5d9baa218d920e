package org.enlace.node.export;

import java.util.ArrayList;
import java.util.List;
import org.enlace.node.casefile.CaseSheets;
import org.enlace.node.casefile.Headlines;
import org.enlace.node.casefile.Labels;
import org.enlace.node.casefile.PermissionWords;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What may be used of a message, as paper shows it: values as they came, for they are quoted.
@Component
class ExcerptWords {
    private final CaseSheets sheets;
    private final Headlines headlines;
    private final PermissionWords permissions;
    private final JsonMapper json;

    ExcerptWords(CaseSheets sheets, Headlines headlines, PermissionWords permissions, JsonMapper json) {
        this.sheets = sheets;
        this.headlines = headlines;
        this.permissions = permissions;
        this.json = json;
    }

    ExportPaper.Part of(Excerpt excerpt, PageContext page) {
        var entry = excerpt.message().entry();
        return new ExportPaper.Part(
                headlines.type(entry.gist(), page.locale()),
                page.country(entry.partner()),
                page.time(entry.storedAt()),
                sheets.handling(excerpt.message(), page.locale()),
                excerpt.fields(json).stream().map(field -> said(field, page)).toList(),
                entry.digest());
    }

    private ExportPaper.Said said(Excerpt.Field field, PageContext page) {
        var values = switch (field.state()) {
            case GIVEN -> values(field.value());
            case NOT_OPENED -> List.of(page.text("export.paper.closed"));
            case NOT_THERE -> List.of(page.text("export.paper.not-there"));
        };
        var terms = new ArrayList<String>();
        if (field.conditions() != null) {
            terms.add(field.conditions());
        }
        terms.add(page.text("export.paper.until", "day", Labels.day(field.until(), page.locale())));
        return new ExportPaper.Said(permissions.item(field.item(), page.locale()), values, terms);
    }

    private static List<String> values(@Nullable JsonNode value) {
        if (value == null) {
            return List.of();
        }
        return value.isArray() ? value.valueStream().map(ExcerptWords::text).toList() : List.of(text(value));
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asString() : value.toPrettyString();
    }
}
