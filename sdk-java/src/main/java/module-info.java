/**
 * The server-side Java client of StreamVerse: {@code StreamVerse.builder()} is where to begin.
 * {@code io.streamverse.sdk.model} holds the generated models.
 */
module io.streamverse.sdk {
    requires transitive java.net.http;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires static transitive org.jspecify;

    exports io.streamverse.sdk;
    exports io.streamverse.sdk.model;
}
