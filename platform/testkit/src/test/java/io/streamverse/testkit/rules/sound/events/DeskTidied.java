package io.streamverse.testkit.rules.sound.events;

import java.time.Instant;

public record DeskTidied(String tenant, Instant at) {}
