package io.streamverse.testkit.rules.rotten.events;

import io.micronaut.http.MediaType;

public record LeakyEvent(MediaType type) {}
