package io.streamverse.events.keys;

import java.util.List;

public record KeyCreated(String keyId, String name, List<String> scopes) implements KeyEvent {}
