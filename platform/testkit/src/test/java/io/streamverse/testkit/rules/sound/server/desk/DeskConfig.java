package io.streamverse.testkit.rules.sound.server.desk;

import io.micronaut.context.annotation.ConfigurationProperties;

@ConfigurationProperties("desk")
record DeskConfig(int drawers) {}
