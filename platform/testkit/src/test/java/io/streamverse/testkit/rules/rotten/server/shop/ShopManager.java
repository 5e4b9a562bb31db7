package io.streamverse.testkit.rules.rotten.server.shop;

record ShopManager() {}
