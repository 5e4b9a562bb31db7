/// The engines the standalone and the tests bring along: PostgreSQL, Kafka and Redis, real ones, on loopback ports.
/// Front door: Engines. Owns what lies in the data folder under `postgres`, `kafka` and `redis`, and the processes it
/// starts, those left over by a killed JVM included. What is stored inside the engines belongs to the apps.
@NullMarked
package io.streamverse.engines;

import org.jspecify.annotations.NullMarked;
