package io.streamverse.testkit.rules.sound.server.desk;

public enum Ink {
    BLACK,
    BLUE
}
