package io.streamverse.testkit.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import io.streamverse.kernel.tenancy.TenantContext;
import java.util.List;

/// What surrounds a request: its tenant, its transaction, and the way its events leave.
final class Ambient {
    private Ambient() {}

    static List<ArchRule> rules(House house) {
        return List.of(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                house.kernel() + "..", house.root() + ".tenants..", house.root() + ".jobs..")
                        .should()
                        .accessTargetWhere(setsTheTenant(house))
                        .as("only the kernel sets the tenant")
                        .because(
                                "the tenant is ambient and set where a request, an event or a job comes in; everyone"
                                        + " else just asks (the tenants room makes new ones, workers' requests come in at jobs)"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                house.kernel() + ".messaging..",
                                house.root() + ".beacons..",
                                house.root() + ".delivery..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.apache.kafka.clients.producer..")
                        .as("events leave through the outbox")
                        .because("state and event are one transaction; only what is replayable and plenty goes straight"
                                + " to Kafka"),
                classes()
                        .should(DataSources.stayApart())
                        .as("one transaction, one data source")
                        .because(
                                "control and tenant data sit in different databases, so a transaction over both is torn"
                                        + " by any crash"));
    }

    /// Reading it takes nothing; what takes an argument puts a tenant in charge.
    private static DescribedPredicate<JavaAccess<?>> setsTheTenant(House house) {
        return DescribedPredicate.describe(
                "sets the tenant",
                access -> access.getTargetOwner()
                                .getName()
                                .equals(house.kernel() + ".tenancy." + TenantContext.class.getSimpleName())
                        && access.getTarget() instanceof CodeUnitAccessTarget target
                        && !target.getRawParameterTypes().isEmpty());
    }
}
