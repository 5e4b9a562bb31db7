package io.streamverse.testkit.rules.rotten.server.unsigned;

record Unsigned() {}
