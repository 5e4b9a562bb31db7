package io.streamverse.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.bind.annotation.Bindable;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The defaults of the config records, where a file says nothing: they change only knowingly.
@Tag("check")
class DefaultsTest {
    @Test
    void aDefaultChangesOnlyKnowingly() {
        assertThat(Stream.of("platform/kernel", "platform/server", "platform/worker", "billing")
                        .flatMap(module -> Settings.of(Path.of("..", module)))
                        .flatMap(DefaultsTest::defaults)
                        .sorted())
                .containsExactly(
                        "AnalyticsConfig.database = streamverse",
                        "AnalyticsConfig.timeout = 10s",
                        "AnalyticsConfig.user = default",
                        "BeaconsConfig.grace = 24h",
                        "BeaconsConfig.messagesPerMinute = 600",
                        "BillingConfig.connectTimeout = 2s",
                        "BillingConfig.timeout = 30s",
                        "ClosingConfig.backups = 35d",
                        "ClosingConfig.grace = 30d",
                        "ClosingConfig.holdSlug = 365d",
                        "ClosingConfig.leastGrace = 7d",
                        "ClosingConfig.logs = 30d",
                        "ClosingConfig.settle = 2h",
                        "ConsoleConfig.session = 8h",
                        "CustodyConfig.kms = local",
                        "CustodyConfig.rememberAtMost = 1000",
                        "CustodyConfig.rememberFor = 10m",
                        "CustodyConfig.timeout = 5s",
                        "DeliveryConfig.bindNetwork = false",
                        "DeliveryConfig.clientHeader = ",
                        "DeliveryConfig.cluster = streamverse",
                        "DeliveryConfig.indexMemory = 67108864",
                        "DeliveryConfig.pathways = ",
                        "DeliveryConfig.tellEvery = 2s",
                        "EdgeConfig.territoryHeader = ",
                        "FetchConfig.connect = 10s",
                        "FetchConfig.part = 268435456",
                        "FetchConfig.pause = 2s",
                        "FetchConfig.ports = 80,443",
                        "FetchConfig.privateHosts = ",
                        "FetchConfig.stall = 30s",
                        "FetchConfig.tries = 10",
                        "FurtherDatabase.connectionTimeout = 5s",
                        "FurtherDatabase.connections = 6",
                        "FurtherDatabase.kept = 20",
                        "FurtherDatabase.most = 1500",
                        "FurtherDatabase.pools = 4",
                        "FurtherDatabase.statementTimeout = 15s",
                        "IntakeConfig.largestBackfill = 1000000000",
                        "JobsConfig.attempts = 3",
                        "JobsConfig.fallbackAfter = 2m",
                        "JobsConfig.firstRetry = 5s",
                        "JobsConfig.keep = 30d",
                        "JobsConfig.keepOrphans = 24h",
                        "JobsConfig.lease = 30s",
                        "JobsConfig.longestPoll = 30s",
                        "JobsConfig.losses = 10",
                        "LeasesConfig.cache = 20GB",
                        "LeasesConfig.folder = worker-files",
                        "LeasesConfig.name = worker",
                        "LeasesConfig.slots = 1",
                        "LicencesConfig.privateHosts = ",
                        "LicencesConfig.timeout = 5s",
                        "MainDatabase.most = 1500",
                        "ManagementConfig.port = 0",
                        "ManifestsConfig.memory = 64000000",
                        "ManifestsConfig.recheck = 10s",
                        "MediaConfig.largestPull = 10000000000",
                        "MessagingConfig.attempts = 5",
                        "MessagingConfig.firstRetry = 200ms",
                        "MessagingConfig.mechanism = SCRAM-SHA-512",
                        "MessagingConfig.partitions = 4",
                        "MessagingConfig.prefix = ",
                        "MessagingConfig.protocol = PLAINTEXT",
                        "MessagingConfig.relayBatch = 500",
                        "MessagingConfig.relayPoll = 1s",
                        "MessagingConfig.replicas = 1",
                        "MessagingConfig.topics = ",
                        "MigrationsConfig.canaries = ",
                        "MigrationsConfig.lockTimeout = 2s",
                        "MigrationsConfig.parallel = 4",
                        "MigrationsConfig.stopAbove = 0.05",
                        "PlacementConfig.keepLeftBehind = 10m",
                        "PlaybackConfig.heartbeat = 30s",
                        "PlaybackConfig.licenceLife = 1h",
                        "PlaybackConfig.longest = 24h",
                        "PlaybackConfig.lostAfter = 90s",
                        "PlaybackConfig.pause = 1h",
                        "PlaybackConfig.territoryHeader = ",
                        "PlaybackConfig.tokenLife = 5m",
                        "PoolConfig.connectionTimeout = 5s",
                        "PoolConfig.connections = 8",
                        "PoolConfig.kept = 0",
                        "PoolConfig.pools = 1",
                        "PoolConfig.statementTimeout = 30s",
                        "QuotesConfig.keptFor = 400d",
                        "QuotesConfig.validFor = 24h",
                        "RatesConfig.mode = on",
                        "RedisConfig.prefix = ",
                        "RedisConfig.timeout = 300ms",
                        "S3Config.connections = 200",
                        "S3Config.pathStyle = false",
                        "S3Config.region = us-east-1",
                        "S3Config.timeout = 10s",
                        "StorageConfig.kind = local",
                        "StorageConfig.unfinishedUploads = 72h",
                        "TenantsConfig.baseDomain = localhost",
                        "TenantsConfig.creation = 10s",
                        "TenantsConfig.publicPort = 443",
                        "ToolsConfig.nice = 10",
                        "UploadsConfig.expiresAfter = 24h",
                        "UploadsConfig.largest = 256000000000",
                        "UploadsConfig.partSize = 8388608",
                        "UploadsConfig.silence = 30s",
                        "ViewersConfig.accessToken = 15m",
                        "ViewersConfig.key = 90d",
                        "ViewersConfig.parallelHashes = 2",
                        "ViewersConfig.session = 30d");
    }

    private static Stream<String> defaults(Settings settings) {
        return Arrays.stream(settings.type().getDeclaredConstructors()[0].getParameters())
                .filter(it -> it.isAnnotationPresent(Bindable.class))
                .map(it -> settings.type().getSimpleName() + "." + it.getName() + " = " + value(it));
    }

    private static String value(Parameter component) {
        return component.getAnnotation(Bindable.class).defaultValue();
    }
}
