package io.streamverse.testkit.rules;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// Every rule for one program, each as a test of its own.
public final class RoomRules {
    private final House house;

    RoomRules(House house) {
        this.house = house;
    }

    /// The rules for the rooms below this package, and for the kernel and events they stand on.
    public static RoomRules of(String root) {
        return new RoomRules(House.of(root));
    }

    public Stream<DynamicTest> tests() {
        return rules().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(house.classes())));
    }

    Stream<ArchRule> rules() {
        return Stream.of(Arrows.rules(house), Doors.rules(house), Ambient.rules(house), Habits.rules(house))
                .flatMap(List::stream)
                .map(rule -> rule.allowEmptyShould(true));
    }
}
