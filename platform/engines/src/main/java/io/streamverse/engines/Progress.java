package io.streamverse.engines;

/// Is told, from several threads, a line when something outlasts a second and a line when it is over.
@FunctionalInterface
public interface Progress {
    void line(String text);
}
