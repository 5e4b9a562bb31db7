package io.streamverse.server.tenants;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.streamverse.kernel.app.StartFailure;
import io.streamverse.kernel.http.Cursor;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSchemas;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Migrates all environments that are behind: the canaries, or one, and then ever more at a time. A wave in which too
/// many fail is the last. Those in a database that is away wait for a later time. Whoever comes after a crash finds
/// what is still behind, and goes on there.
@Singleton
class Waves {
    private static final Logger LOG = LoggerFactory.getLogger(Waves.class);
    private static final int GROWTH = 10;
    private static final int LARGEST = 500;
    private final SpaceRepository spaces;
    private final TenantSchemas schemas;
    private final Migration migration;
    private final MigrationsConfig config;

    Waves(SpaceRepository spaces, TenantSchemas schemas, Migration migration, MigrationsConfig config) {
        this.spaces = spaces;
        this.schemas = schemas;
        this.migration = migration;
        this.config = config;
    }

    /// Throws where a wave was stopped.
    void run() {
        var canaries = config.canaries().toArray(String[]::new);
        var outdated = spaces.outdated(schemas.version(), canaries).stream()
                .filter(it -> schemas.isReachable(it.space()))
                .toList();
        var failed = 0;
        var size = Math.max(1, spaces.canaries(schemas.version(), canaries));
        for (int from = 0; from < outdated.size(); size = Math.min(LARGEST, size * GROWTH)) {
            var wave = outdated.subList(from, Math.min(outdated.size(), from + size));
            from += wave.size();
            var failures = failures(wave);
            failed += failures;
            if (failures > config.stopAbove() * wave.size()) {
                throw stopped(failures, wave.size(), outdated.size() - from);
            }
        }
        if (!outdated.isEmpty()) {
            LOG.info("Migrated {} environments to {}; {} failed", outdated.size() - failed, schemas.version(), failed);
        }
    }

    /// How each tenant's schemas stand.
    Page<MigrationResponse> list(int limit, @Nullable String after, @Nullable Boolean failed) {
        var known = spaces.page(Cursor.read(TenantId.PREFIX, after), failed, limit + 1);
        var byTenant = known.stream().collect(groupingBy(KnownSpace::tenantId, LinkedHashMap::new, toList()));
        var rows = byTenant.entrySet().stream()
                .map(it -> MigrationResponse.of(it.getKey(), it.getValue(), schemas.version()))
                .toList();
        return Page.of(rows, limit, MigrationResponse::tenantId);
    }

    private StartFailure stopped(int failures, int size, int untouched) {
        return new StartFailure("Migrating to %s stopped: %d of a wave of %d failed, %d are untouched; see"
                        .formatted(schemas.version(), failures, size, untouched)
                + " GET /operator/v1/migrations?failed=true on a server that runs, mend it, and start again.");
    }

    private int failures(List<KnownSpace> wave) {
        try (var workers = Executors.newFixedThreadPool(
                config.parallel(), Thread.ofVirtual().factory())) {
            var results = new ArrayList<Future<Boolean>>();
            wave.forEach(it -> results.add(workers.submit(() -> migration.bringUp(it))));
            var failures = 0;
            for (var result : results) {
                failures += result.get() ? 0 : 1;
            }
            return failures;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A wave broke off", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in a wave", e);
        }
    }
}
