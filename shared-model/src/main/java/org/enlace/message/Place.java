package org.enlace.message;

import org.jspecify.annotations.Nullable;

/// @param country ISO 3166-1 alpha-2
/// @param subdivision ISO 3166-2, `PE-PUN`
/// @param locode UN/LOCODE without a space, `PEPUN`
public record Place(
        String country,
        @Nullable String subdivision,
        @Nullable String locode,
        @Nullable GeoPoint point,
        Precision precision) {

    /// The same place, no finer than a town.
    Place coarse() {
        return new Place(
                country,
                subdivision,
                locode,
                point == null ? null : point.toTenth(),
                precision == Precision.POINT ? Precision.CITY : precision);
    }
}
