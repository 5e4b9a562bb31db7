package io.streamverse.testkit.rules.sound.server.desk;

public record Paper(String text, Ink ink) {}
