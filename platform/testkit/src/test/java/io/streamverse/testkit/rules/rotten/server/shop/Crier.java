package io.streamverse.testkit.rules.rotten.server.shop;

class Crier {
    void cry() {
        System.out.println("fresh fish");
    }
}
