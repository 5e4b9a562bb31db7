package io.streamverse.testkit.rules.rotten.kernel.left;

import io.streamverse.testkit.rules.rotten.kernel.right.Right;

public record Left(Right other) {}
