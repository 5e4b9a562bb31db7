package io.streamverse.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.events.jobs.JobEnded;
import io.streamverse.events.media.MediaEvent;
import io.streamverse.events.media.WantedTask;
import io.streamverse.events.media.WorkUnwanted;
import io.streamverse.events.media.WorkWanted;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.media.work.WorkJson;
import io.streamverse.server.time.TestClock;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A server whose clock the tests move, with a folder for objects; work is wanted as media wants it.
record Ground(Stage stage, Jobs jobs, MediaListener media, TestClock clock) {
    private static final AtomicInteger JOBS = new AtomicInteger();

    static Ground begin() {
        return begin(Map.of());
    }

    static Ground begin(Map<String, Object> settings) {
        var all = new HashMap<String, Object>(Map.of(
                "test.clock",
                true,
                "storage.root",
                folder(),
                "storage.secret",
                "storage-secret-of-the-tests-0123456789"));
        all.putAll(settings);
        var stage = Stage.alone(all);
        stage.run("""
                CREATE SCHEMA heard;
                CREATE TABLE heard.said AS SELECT * FROM plumbing.outbox WITH NO DATA;
                CREATE FUNCTION heard.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
                AS 'BEGIN INSERT INTO heard.said SELECT NEW.*; RETURN NEW; END';
                CREATE TRIGGER note AFTER INSERT ON plumbing.outbox FOR EACH ROW EXECUTE FUNCTION heard.note();
                """);
        var context = stage.server().getApplicationContext();
        return new Ground(
                stage,
                context.getBean(Jobs.class),
                context.getBean(MediaListener.class),
                context.getBean(TestClock.class));
    }

    <T> T bean(Class<T> type) {
        return stage.server().getApplicationContext().getBean(type);
    }

    void hear(TestTenant tenant, MediaEvent event) {
        TenantContext.run(tenant.liveSpace(), () -> media.on(event));
    }

    /// The job's id.
    String want(TestTenant tenant, WantedTask... tasks) {
        return want(tenant, 0, tasks);
    }

    String want(TestTenant tenant, int priority, WantedTask... tasks) {
        var job = newJob();
        hear(tenant, new WorkWanted("ast_1", 1, job, "encode", priority, List.of(tasks)));
        return job;
    }

    static String newJob() {
        return "job_%08d".formatted(JOBS.incrementAndGet());
    }

    void unwant(TestTenant tenant, String job) {
        hear(tenant, new WorkUnwanted("ast_1", job));
    }

    Worker worker(String... kinds) {
        return Worker.register(stage.server().getURI(), Stage.WORKER_KEY, "worker", Tasks.able(kinds));
    }

    JobView view(TestTenant tenant, String job) {
        return jobs.find(tenant.liveSpace(), job).orElseThrow();
    }

    JobEnded ended(String job) {
        return event("JobEnded", job, JobEnded.class);
    }

    <T> T event(String type, String job, Class<T> as) {
        var payload = stage.ask(
                "SELECT payload FROM heard.said WHERE type = '%s' AND payload LIKE '%%%s%%'".formatted(type, job));
        assertThat(payload).as(type + " of " + job).isNotNull();
        return WorkJson.read(String.valueOf(payload), as);
    }

    long events(String type, String job) {
        return Long.parseLong(String.valueOf(stage.ask(
                "SELECT count(*) FROM heard.said WHERE type = '%s' AND payload LIKE '%%%s%%'".formatted(type, job))));
    }

    /// Holds the shares first, as the server does: else its watch and this wait for each other.
    void clear() {
        stage.run("DELETE FROM control.job_share; DELETE FROM control.job");
    }

    void pass(Duration time) {
        clock.pass(time);
    }

    static String folder() {
        try {
            return Files.createTempDirectory("streamverse-jobs").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
