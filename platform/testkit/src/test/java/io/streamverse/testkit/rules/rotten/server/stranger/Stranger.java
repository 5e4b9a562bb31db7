package io.streamverse.testkit.rules.rotten.server.stranger;

import io.streamverse.testkit.rules.rotten.server.hen.Hen;

record Stranger(Hen hen) {}
