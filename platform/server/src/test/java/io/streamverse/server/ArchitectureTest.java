package io.streamverse.server;

import io.streamverse.testkit.rules.RoomRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

@Tag("check")
class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> theHouseRulesHold() {
        return RoomRules.of("io.streamverse.server").tests();
    }
}
