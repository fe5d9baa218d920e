package org.enlace.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// A point on the map in degrees, WGS 84; a GeoJSON Point in JSON.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc7946#section-3.1.2">RFC 7946 §3.1.2</a>
public record GeoPoint(double longitude, double latitude) {

    public GeoPoint {
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("Longitude is -180 to 180, latitude -90 to 90");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static GeoPoint of(GeoJson json) {
        if (!json.type.equals("Point") || json.coordinates.size() != 2) {
            throw new IllegalArgumentException("Not a GeoJSON Point with two coordinates");
        }
        return new GeoPoint(json.coordinates.get(0), json.coordinates.get(1));
    }

    @JsonValue
    GeoJson geoJson() {
        return new GeoJson("Point", List.of(longitude, latitude));
    }

    /// The same point, no finer than 0.1° (about 11 km).
    public GeoPoint toTenth() {
        return new GeoPoint(tenth(longitude), tenth(latitude));
    }

    private static double tenth(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(1, RoundingMode.HALF_EVEN).doubleValue();
    }

    record GeoJson(String type, List<Double> coordinates) {}
}
