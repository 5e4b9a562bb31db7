package io.streamverse.testkit.rules.rotten.server.shop;

import java.util.Date;

@SuppressWarnings("JavaUtilDate")
record Almanac(Date feast) {}
