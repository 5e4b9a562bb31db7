package io.streamverse.testkit.rules.rotten.server.shop;

import org.apache.kafka.clients.producer.Producer;

record Sender(Producer<String, String> producer) {}
