package io.streamverse.testkit.rules.rotten.server.hen;

import io.streamverse.testkit.rules.rotten.server.egg.Egg;

public record Hen(Egg laid) {}
