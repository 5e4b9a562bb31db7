package io.streamverse.testkit.rules.rotten.server.billing;

record Discount(double factor) {}
