package io.streamverse.flows;

import io.streamverse.standalone.TestDatabases;
import io.streamverse.testkit.Eventually;
import java.util.concurrent.atomic.AtomicBoolean;

/// Between a commit and the news of it: PostgreSQL writes commits down and answers none of them, as if it waited for a
/// standby. What was committed meanwhile is there when this closes.
final class HeldCommits implements AutoCloseable {
    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread probe;

    private HeldCommits() {
        probe = Thread.ofVirtual().start(() -> {
            while (!over.get()) {
                Ground.run(
                        TestDatabases.SERVER,
                        "SET application_name = 'probe'; SELECT pg_logical_emit_message(true, 'probe', '')");
            }
        });
    }

    static HeldCommits begin() {
        set("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
        var held = new HeldCommits();
        Eventually.is("commits are held", () -> waits(TestDatabases.SERVER, "application_name = 'probe'"));
        return held;
    }

    /// Somebody has committed rows of the table, and does not know yet.
    void awaitCommitTo(String database, String table) {
        var writes = """
                EXISTS (SELECT FROM pg_locks l WHERE l.pid = a.pid AND l.relation = '%s'::regclass
                          AND l.mode = 'RowExclusiveLock')
                """.formatted(table);
        Eventually.is("a commit to " + table, () -> waits(database, writes));
    }

    private static boolean waits(String database, String who) {
        return !Ground.ask(database, "SELECT pid FROM pg_stat_activity a WHERE wait_event = 'SyncRep' AND " + who)
                .isEmpty();
    }

    private static void set(String setting) {
        Ground.run(TestDatabases.SERVER, setting);
        Ground.run(TestDatabases.SERVER, "SELECT pg_reload_conf()");
    }

    @Override
    public void close() {
        over.set(true);
        set("ALTER SYSTEM RESET synchronous_standby_names");
        try {
            probe.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
