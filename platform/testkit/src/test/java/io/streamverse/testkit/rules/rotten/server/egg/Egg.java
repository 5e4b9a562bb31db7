package io.streamverse.testkit.rules.rotten.server.egg;

import io.streamverse.testkit.rules.rotten.server.hen.Hen;
import org.jspecify.annotations.Nullable;

public record Egg(@Nullable Hen hatched) {}
