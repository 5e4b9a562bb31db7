package io.streamverse.testkit.rules.sound.server;

import io.streamverse.testkit.rules.sound.server.desk.Desk;

record Program(Desk desk) {}
