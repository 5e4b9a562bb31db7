package io.streamverse.kernel.messaging;

import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.database.Sql;
import io.streamverse.kernel.erasure.Held;
import io.streamverse.kernel.erasure.Remainder;
import io.streamverse.kernel.erasure.Store;
import io.streamverse.kernel.erasure.Tables;
import io.streamverse.kernel.erasure.Tables.Of;
import io.streamverse.kernel.tenancy.HostDatabases;
import io.streamverse.kernel.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;

/// A tenant's events: those in the outbox are sent and then gone by themselves, those in Kafka expire topic by topic.
@Singleton
@Requires(property = "messaging.bootstrap-servers")
class Events implements Store {
    private static final Duration GONE_IS_REMEMBERED = Duration.ofDays(30);
    private static final Of UNSENT = new Of("plumbing.outbox", "tenant = ?");
    private final Sql sql;
    private final HostDatabases hosts;
    private final Admin admin;
    private final MessagingConfig config;

    Events(Sql sql, HostDatabases hosts, Admin admin, MessagingConfig config) {
        this.sql = sql;
        this.hosts = hosts;
        this.admin = admin;
        this.config = config;
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public List<Held> held(TenantId tenant) {
        var own = new Tables(sql, name(), List.of(UNSENT))
                .held(tenant).stream().mapToLong(Held::count).sum();
        var further = hosts.further().stream()
                .mapToLong(host -> host.asOwner(connection -> UNSENT.count(connection, tenant)))
                .sum();
        return own + further == 0 ? List.of() : List.of(Held.rows(UNSENT.table(), own + further));
    }

    @Override
    public void erase(TenantId tenant) {
        // the relay does it
    }

    @Override
    public List<Remainder> remains(TenantId tenant, Instant removedAt) {
        var marks = new Remainder(
                "plumbing.gone",
                removedAt.plus(GONE_IS_REMEMBERED),
                "The id, so that what is still on its way is taken by nobody");
        return Stream.concat(
                        Stream.of(marks),
                        topics().stream()
                                .map(it -> expiring(it, removedAt))
                                .sorted(Comparator.comparing(Remainder::what)))
                .toList();
    }

    /// A segment goes when the youngest record in it is old enough.
    private static Remainder expiring(Topic topic, Instant removedAt) {
        return new Remainder(
                "kafka: " + topic.name(), removedAt.plus(topic.keeps()), "Events, until the topic's retention is over");
    }

    private record Topic(String name, Duration keeps) {}

    private List<Topic> topics() {
        try {
            var names = admin.listTopics().names().get().stream()
                    .filter(it -> it.startsWith(config.prefix())
                            && it.substring(config.prefix().length()).matches("[a-z]+\\.v[0-9]+"))
                    .map(it -> new ConfigResource(ConfigResource.Type.TOPIC, it))
                    .toList();
            return admin.describeConfigs(names).all().get().entrySet().stream()
                    .map(it -> new Topic(
                            it.getKey().name().substring(config.prefix().length()), keeps(it.getValue())))
                    .toList();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not say how long it keeps events", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Kafka was asked", e);
        }
    }

    private static Duration keeps(Config topic) {
        return Duration.ofMillis(millis(topic, "retention.ms") + millis(topic, "segment.ms"));
    }

    private static long millis(Config topic, String name) {
        return Long.parseLong(topic.get(name).value());
    }
}
