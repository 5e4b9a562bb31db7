package io.streamverse.testkit.rules.rotten.server.shop;

public interface OpenListener {}
