package io.streamverse.testkit.rules.rotten.server.rating;

import java.nio.file.Path;

record FileRating(Path prices) {}
