package org.enlace.node.drafts;

import org.enlace.message.Place;
import org.enlace.message.Precision;
import org.jspecify.annotations.Nullable;

/// Reads the fields of a place: country, subdivision, UN/LOCODE.
public final class Places {
    private Places() {}

    /// Null when no country was chosen.
    public static @Nullable Place read(Answers answers, String name) {
        var country = answers.text(name + ".country");
        if (country == null) {
            return null;
        }
        var subdivision = answers.division(name + ".subdivision", country);
        var locode = answers.text(name + ".locode");
        var precision = locode != null ? Precision.CITY : subdivision != null ? Precision.ADMIN1 : Precision.COUNTRY;
        return new Place(country, subdivision, locode, null, precision);
    }
}
