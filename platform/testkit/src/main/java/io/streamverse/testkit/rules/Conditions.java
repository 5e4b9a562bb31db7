package io.streamverse.testkit.rules;

import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

final class Conditions {
    private Conditions() {}

    /// A condition told as code that reports each violation in a sentence.
    static <T> ArchCondition<T> of(String description, BiConsumer<T, Consumer<String>> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                check.accept(item, sentence -> events.add(SimpleConditionEvent.violated(item, sentence)));
            }
        };
    }
}
