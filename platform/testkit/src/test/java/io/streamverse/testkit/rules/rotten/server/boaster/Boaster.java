package io.streamverse.testkit.rules.rotten.server.boaster;

record Boaster() {}
