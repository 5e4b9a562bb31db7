package io.streamverse.events.keys;

public record KeyRevoked(String keyId) implements KeyEvent {}
