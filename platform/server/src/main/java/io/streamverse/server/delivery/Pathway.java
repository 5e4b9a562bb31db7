package io.streamverse.server.delivery;

/// A host that serves the same addresses, and its share of sessions against the others; 0 takes it out.
record Pathway(String name, String host, int weight) {
    static Pathway parse(String words) {
        var parts = words.split(" ", -1);
        return new Pathway(parts[0], parts[1], Integer.parseInt(parts[2]));
    }
}
