package io.streamverse.server.clock;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

@MappedEntity("test_clock")
record TestClock(@Id short id, long aheadMs) {}
