package io.streamverse.worker;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;

/// The server this worker works for.
@ConfigurationProperties("worker")
record WorkerConfig(URI serverUrl) {}
