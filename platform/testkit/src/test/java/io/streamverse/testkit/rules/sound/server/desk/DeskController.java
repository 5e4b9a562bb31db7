package io.streamverse.testkit.rules.sound.server.desk;

import io.micronaut.http.annotation.Controller;

@Controller
record DeskController(Desk desk) {}
