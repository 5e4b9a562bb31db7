package io.streamverse.testkit.rules.rotten.kernel.right;

import io.streamverse.testkit.rules.rotten.kernel.left.Left;

public record Right(Left other) {}
