package org.enlace.node.routes;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.enlace.message.GeoPoint;
import org.enlace.message.Place;
import org.jspecify.annotations.Nullable;

/// Where a leg begins or ends. What a partner wrote in another form than that of a code is left out.
///
/// @param country ISO 3166-1 alpha-2, or [#NOWHERE]
/// @param subdivision ISO 3166-2
/// @param locode UN/LOCODE of a town or crossing
/// @param point no finer than 0.1°
record End(
        String country,
        @Nullable String subdivision,
        @Nullable String locode,
        @Nullable GeoPoint point) {
    /// What travel documents have for no country that is told.
    static final String NOWHERE = "XXX";

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final Pattern SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
    private static final Pattern LOCODE = Pattern.compile("[A-Z]{2}[A-Z2-9]{3}");

    static End of(Place place) {
        var point = place.point();
        return new End(
                COUNTRIES.contains(place.country()) ? place.country() : NOWHERE,
                code(SUBDIVISION, place.subdivision()),
                code(LOCODE, place.locode()),
                point == null ? null : point.toTenth());
    }

    /// No finer than a division of its country.
    End coarse() {
        return new End(country, subdivision, null, null);
    }

    /// The same for the same place, however it is told: a town is known by its code, what has none by where it lies.
    String place() {
        if (locode != null) {
            return country + " " + locode;
        }
        var division = country + " " + (subdivision == null ? "" : subdivision);
        return point == null ? division : division + " " + point.longitude() + " " + point.latitude();
    }

    private static @Nullable String code(Pattern form, @Nullable String written) {
        return written != null && form.matcher(written).matches() ? written : null;
    }
}
