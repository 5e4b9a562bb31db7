package io.streamverse.testkit.rules.rotten.server.shop;

import io.micronaut.http.annotation.Controller;

@Controller
record DirectController(GoodsRepository goods) {}
