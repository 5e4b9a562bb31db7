package io.streamverse.testkit.rules.sound.server.beacons;

import org.apache.kafka.clients.producer.Producer;

record Intake(Producer<String, String> producer) {}
