package io.streamverse.testkit.rules.rotten.server.shop;

import io.micronaut.context.annotation.Value;

record Whisperer(@Value("${secret}") String secret) {}
