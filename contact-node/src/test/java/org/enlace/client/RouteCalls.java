package org.enlace.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Routes as all reports together tell them.
public interface RouteCalls {
    @Call("GET /api/v1/routes?from&until&mode&country&active&page")
    Routes list(
            @Nullable String from,
            @Nullable String until,
            @Nullable String mode,
            @Nullable String country,
            @Nullable String active,
            @Nullable Long page);

    record Routes(List<String> leftOut, List<Leg> legs, boolean more) {}

    record Leg(
            boolean active,
            long cases,
            boolean coarse,
            boolean confirmed,
            List<Finding> findings,
            String firstMonth,
            Place from,
            String id,
            @Nullable String lastMonth,
            List<String> modes,
            List<String> states,
            Place to) {}

    record Place(
            String country,
            @Nullable String locode,
            @Nullable String subdivision) {}

    record Finding(
            String by,
            String finding,
            String from,
            @Nullable String until) {}
}
