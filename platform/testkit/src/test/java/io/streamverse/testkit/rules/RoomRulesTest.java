package io.streamverse.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoomRulesTest {
    private static final House ROTTEN = house("rotten");
    private static final House SOUND = house("sound");

    private static final Map<String, List<String>> OFFENDERS = Map.ofEntries(
            Map.entry("rooms make no circle", List.of("Hen", "Egg")),
            Map.entry("the kernel makes no circle", List.of("Left", "Right")),
            Map.entry("a room calls only the rooms on its sign", List.of("Stranger")),
            Map.entry("a sign names only rooms that exist and are called", List.of("boaster")),
            Map.entry("rating reads and writes nothing", List.of("FileRating")),
            Map.entry("events stand on the JDK alone", List.of("LeakyEvent")),
            Map.entry(
                    "every package hangs out its sign", List.of("unsigned lacks @NullMarked", "unsigned lacks @Room")),
            Map.entry("a room has at most one front door, built by the container", List.of("Counter", "Shop.<init>")),
            Map.entry("controllers, repositories, listeners and configs stay in their room", List.of("OpenListener")),
            Map.entry("controllers leave repositories alone", List.of("DirectController")),
            Map.entry("only the kernel sets the tenant", List.of("Usurper")),
            Map.entry("events leave through the outbox", List.of("Sender")),
            Map.entry("one transaction, one data source", List.of("TornByARepository", "TornByACall")),
            Map.entry("time comes from an injected clock", List.of("Watch")),
            Map.entry("nobody reads environment variables", List.of("Snoop")),
            Map.entry("settings come as a record", List.of("Whisperer")),
            Map.entry("nobody prints", List.of("Crier")),
            Map.entry("nobody keeps a java.util.Date", List.of("Almanac")),
            Map.entry("money and usage are exact", List.of("Price", "Discount")),
            Map.entry("no field is injected", List.of("Graft")),
            Map.entry("no class is an Impl, Manager, Helper, Util or DTO", List.of("ShopManager")));

    static Stream<ArchRule> rottenRules() {
        return new RoomRules(ROTTEN).rules();
    }

    static Stream<ArchRule> soundRules() {
        return new RoomRules(SOUND).rules();
    }

    @Test
    void everyRuleHasAnOffender() {
        var names = rottenRules().map(RoomRulesTest::nameOf).collect(Collectors.toSet());

        assertThat(names).isEqualTo(OFFENDERS.keySet());
    }

    @ParameterizedTest
    @MethodSource("rottenRules")
    void aRuleNamesItsOffenders(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(ROTTEN.classes()))
                .isInstanceOf(AssertionError.class)
                .message()
                .contains(OFFENDERS.getOrDefault(nameOf(rule), List.of("an offender in this test")));
    }

    @ParameterizedTest
    @MethodSource("soundRules")
    void aSoundHousePasses(ArchRule rule) {
        assertThatCode(() -> rule.check(SOUND.classes())).doesNotThrowAnyException();
    }

    @Test
    void theTableShowsDoorsAndArrows() {
        assertThat(RoomTable.of(SOUND)).isEqualTo("""
                | room | front door | knows |
                |---|---|---|
                | beacons | – | – |
                | desk | `Desk` | shelf |
                | shelf | `Shelf` | – |
                | tenants | `Tenants` | – |
                """);
    }

    private static String nameOf(ArchRule rule) {
        return rule.getDescription().split(", because")[0];
    }

    private static House house(String name) {
        var root = RoomRulesTest.class.getPackageName() + "." + name;
        return House.of(
                root + ".server", root + ".kernel", root + ".events", ImportOption.Predefined.ONLY_INCLUDE_TESTS);
    }
}
