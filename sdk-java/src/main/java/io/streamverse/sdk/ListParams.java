package io.streamverse.sdk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which part of a list to read. Immutable: each method gives a copy.
 */
public final class ListParams {
    private final Map<String, String> query;

    private ListParams(Map<String, String> query) {
        this.query = query;
    }

    /**
     * The list from its beginning, in pages as large as the platform likes.
     *
     * @return parameters that restrict nothing
     */
    public static ListParams all() {
        return new ListParams(Map.of());
    }

    /**
     * Sets the size of a page.
     *
     * @param limit how many at most; the platform refuses what is out of its range
     * @return a copy with it
     */
    public ListParams limit(int limit) {
        return filter("limit", Integer.toString(limit));
    }

    /**
     * Begins behind a place in the list.
     *
     * @param cursor what {@link Page#next()} said
     * @return a copy with it
     */
    public ListParams after(String cursor) {
        return filter("after", cursor);
    }

    /**
     * Keeps only the resource with your own identifier.
     *
     * @param externalId the identifier you gave when you created it
     * @return a copy with it
     */
    public ListParams externalId(String externalId) {
        return filter("externalId", externalId);
    }

    /**
     * Keeps only what has a certain value in a field.
     *
     * @param field a filter that the operation documents
     * @param value the value to have
     * @return a copy with it
     */
    public ListParams filter(String field, String value) {
        var more = new LinkedHashMap<>(query);
        more.put(field, value);
        return new ListParams(Collections.unmodifiableMap(more));
    }

    Map<String, String> query() {
        return query;
    }
}
