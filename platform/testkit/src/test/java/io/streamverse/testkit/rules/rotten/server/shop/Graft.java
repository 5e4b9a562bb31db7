package io.streamverse.testkit.rules.rotten.server.shop;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

class Graft {
    @Inject
    @Nullable
    Counter counter;
}
