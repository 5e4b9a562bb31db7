package io.streamverse.testkit.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What nobody does, wherever it is.
final class Habits {
    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private Habits() {}

    static List<ArchRule> rules(House house) {
        return List.of(
                noClasses()
                        .should()
                        .accessTargetWhere(asksTheMachineForTheTime())
                        .as("time comes from an injected clock")
                        .because("a test, and the test clock of an environment, must be able to set it"),
                noClasses()
                        .should()
                        .callMethod(System.class, "getenv", String.class)
                        .orShould()
                        .callMethod(System.class, "getenv")
                        .as("nobody reads environment variables")
                        .because("settings are validated records, listed in one file per program"),
                noClasses()
                        .should()
                        .dependOnClassesThat(equivalentTo(Value.class).or(equivalentTo(Property.class)))
                        .as("settings come as a record")
                        .because("a key hidden in an annotation is neither listed nor validated"),
                noClasses()
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .as("nobody prints")
                        .because("log lines carry the tenant and the trace"),
                classes()
                        .should(keepNo(Set.of("java.util.Date")))
                        .as("nobody keeps a java.util.Date")
                        .because("Instant says what it is; a Date is at most passed on to a foreign API"),
                classes()
                        .that()
                        .resideInAnyPackage("..billing..", house.kernel() + ".money..")
                        .should(keepNo(FLOATING))
                        .andShould(computeNo(FLOATING))
                        .as("money and usage are exact")
                        .because("a double loses cents, and an invoice must add up"),
                noFields()
                        .should()
                        .beAnnotatedWith(Inject.class)
                        .as("no field is injected")
                        .because("a constructor says what a class needs, and a test can call it"),
                noClasses()
                        .should()
                        .haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto)")
                        .as("no class is an Impl, Manager, Helper, Util or DTO")
                        .because("such a name says nothing of the business"));
    }

    private static DescribedPredicate<JavaAccess<?>> asksTheMachineForTheTime() {
        return DescribedPredicate.describe("ask the machine for the time", access -> switch (access.getTarget()
                .getName()) {
            case "currentTimeMillis" -> access.getTargetOwner().isEquivalentTo(System.class);
            case "now" ->
                access.getTargetOwner().getPackageName().equals("java.time")
                        && access.getTarget() instanceof CodeUnitAccessTarget target
                        && target.getRawParameterTypes().isEmpty();
            default -> false;
        });
    }

    private static ArchCondition<JavaClass> keepNo(Set<String> forbidden) {
        return Conditions.of("keep no " + forbidden, (type, report) -> {
            type.getFields().stream()
                    .filter(it -> forbidden.contains(nameOf(it.getRawType())))
                    .forEach(it -> report.accept("%s is one".formatted(it.getFullName())));
            type.getCodeUnits().stream()
                    .filter(it -> Stream.concat(Stream.of(it.getRawReturnType()), it.getRawParameterTypes().stream())
                            .anyMatch(used -> forbidden.contains(nameOf(used))))
                    .forEach(it -> report.accept("%s takes or gives one".formatted(it.getFullName())));
        });
    }

    private static ArchCondition<JavaClass> computeNo(Set<String> forbidden) {
        return Conditions.of(
                "compute no " + forbidden,
                (type, report) -> type.getMethodCallsFromSelf().stream()
                        .filter(it -> forbidden.contains(nameOf(it.getTarget().getRawReturnType())))
                        .forEach(it -> report.accept(it.getDescription())));
    }

    private static String nameOf(JavaClass type) {
        return type.getBaseComponentType().getName();
    }
}
