package org.enlace.client;

import java.util.List;

/// Filters of the list of cases that an officer keeps.
public interface FilterCalls {
    @Call("GET /api/v1/case-filters")
    List<Filter> all();

    @Call("POST /api/v1/case-filters")
    List<Filter> save(Saving body);

    @Call("DELETE /api/v1/case-filters/{id}")
    List<Filter> remove(String id);

    @Call("POST /api/v1/case-filters/{id}/begin")
    List<Filter> begin(String id);

    @Call("POST /api/v1/case-filters/{id}/rename")
    List<Filter> rename(String id, Naming body);

    record Filter(boolean begins, String id, String name, String query) {}

    record Saving(String name, String query) {}

    record Naming(String name) {}
}
