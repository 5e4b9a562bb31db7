package io.streamverse.server.closing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamverse.kernel.database.Sql;
import io.streamverse.kernel.erasure.Held;
import io.streamverse.kernel.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
class ErasureRepository {
    private static final String ERASURE = """
            SELECT id, tenant_id, slug, state, asked_by, reason, began_at, settled_at, ended_at, certificate
            FROM control.erasure
            """;
    private static final String STEP = """
            SELECT store, found, found_late, found_at, removed_at, failures, failure FROM control.erasure_step
            """;
    private static final TypeReference<List<Held>> HELD = new TypeReference<>() {};
    private final Sql sql;
    private final ObjectMapper json;

    ErasureRepository(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void add(Erasure it) {
        sql.write("""
                INSERT INTO control.erasure (id, tenant_id, slug, state, asked_by, reason, began_at)
                VALUES (?, ?, ?, 'removing', ?, ?, ?)
                """, it.id(), it.tenant().value(), it.slug(), it.askedBy().label(), it.reason(), it.beganAt());
    }

    Optional<Erasure> find(String id) {
        return sql.read(ERASURE + "WHERE id = ?", ErasureRepository::erasure, id).stream()
                .findFirst();
    }

    List<Erasure> page(@Nullable String after, @Nullable String tenantId, int size) {
        return sql.read(ERASURE + """
                WHERE (?::text IS NULL OR id < ?) AND (?::text IS NULL OR tenant_id = ?)
                ORDER BY id DESC LIMIT ?
                """, ErasureRepository::erasure, after, after, tenantId, tenantId, size);
    }

    List<Erasure> open() {
        return sql.read(ERASURE + "WHERE state <> 'done' ORDER BY id", ErasureRepository::erasure);
    }

    /// Of all that are open, how many have a store that failed when it was last tried.
    long failing() {
        return sql.read("""
                        SELECT count(*) FROM control.erasure e
                        WHERE state <> 'done' AND EXISTS (
                            SELECT FROM control.erasure_step s WHERE s.erasure_id = e.id AND s.failure IS NOT NULL)
                        """, row -> row.getLong(1)).getFirst();
    }

    void settle(String id, Instant at) {
        sql.write(
                "UPDATE control.erasure SET state = 'settling', settled_at = ? WHERE id = ? AND state = 'removing'",
                at,
                id);
    }

    /// False where another server was faster.
    boolean end(String id, String certificate, Instant at) {
        return sql.write("""
                        UPDATE control.erasure SET state = 'done', ended_at = ?, certificate = ?
                        WHERE id = ? AND state = 'settling'
                        """, at, certificate, id) == 1;
    }

    Optional<ErasureStep> step(String id, String store) {
        return sql.read(STEP + "WHERE erasure_id = ? AND store = ?", this::step, id, store).stream()
                .findFirst();
    }

    List<ErasureStep> steps(String id) {
        return sql.read(STEP + "WHERE erasure_id = ? ORDER BY found_at NULLS LAST, store", this::step, id);
    }

    /// What was found first counts, however often it is looked at again.
    void found(String id, String store, List<Held> held, Instant at) {
        sql.write("""
                INSERT INTO control.erasure_step AS s (erasure_id, store, found, found_at) VALUES (?, ?, ?::jsonb, ?)
                ON CONFLICT (erasure_id, store) DO UPDATE SET found = excluded.found, found_at = excluded.found_at
                WHERE s.found IS NULL
                """, id, store, write(held), at);
    }

    void foundLate(String id, String store, List<Held> held) {
        sql.write("""
                UPDATE control.erasure_step SET found_late = coalesce(found_late, '[]') || ?::jsonb
                WHERE erasure_id = ? AND store = ?
                """, write(held), id, store);
    }

    void removed(String id, String store, Instant at) {
        sql.write("""
                UPDATE control.erasure_step SET removed_at = coalesce(removed_at, ?), failure = NULL
                WHERE erasure_id = ? AND store = ?
                """, at, id, store);
    }

    void failed(String id, String store, String why) {
        sql.write("""
                INSERT INTO control.erasure_step AS s (erasure_id, store, failures, failure) VALUES (?, ?, 1, ?)
                ON CONFLICT (erasure_id, store) DO UPDATE SET failures = s.failures + 1, failure = excluded.failure
                """, id, store, why);
    }

    private static Erasure erasure(ResultSet row) throws SQLException {
        return new Erasure(
                row.getString("id"),
                new TenantId(row.getString("tenant_id")),
                row.getString("slug"),
                Erasure.State.of(row.getString("state")),
                Erasure.AskedBy.of(row.getString("asked_by")),
                row.getString("reason"),
                Sql.instant(row, "began_at"),
                Sql.instantIfAny(row, "settled_at"),
                Sql.instantIfAny(row, "ended_at"),
                row.getString("certificate"));
    }

    private ErasureStep step(ResultSet row) throws SQLException {
        return new ErasureStep(
                row.getString("store"),
                read(row.getString("found")),
                read(row.getString("found_late")),
                Sql.instantIfAny(row, "found_at"),
                Sql.instantIfAny(row, "removed_at"),
                row.getInt("failures"),
                row.getString("failure"));
    }

    private String write(List<Held> held) {
        try {
            return json.writeValueAsString(held);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was found cannot be written", e);
        }
    }

    private List<Held> read(@Nullable String text) {
        try {
            return text == null ? List.of() : json.readValue(text, HELD);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was found cannot be read", e);
        }
    }
}
