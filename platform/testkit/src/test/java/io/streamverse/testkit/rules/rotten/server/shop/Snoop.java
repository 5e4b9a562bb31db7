package io.streamverse.testkit.rules.rotten.server.shop;

class Snoop {
    String home() {
        return System.getenv("HOME");
    }
}
