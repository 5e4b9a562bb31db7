package io.streamverse.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.events.media.WantedTask;
import io.streamverse.events.media.WorkWanted;
import io.streamverse.kernel.storage.LocalObjectStore;
import io.streamverse.kernel.storage.NewObject;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.media.plan.AudioTrack;
import io.streamverse.media.plan.Protection;
import io.streamverse.media.source.AudioInfo;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Work;
import io.streamverse.media.work.WorkJson;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.TestTenant;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Three workers on one job, killed and stopped at random all the while, and the server once.
class KilledWorkersIT {
    private static final int PIECES = 200;
    private static final int BETWEEN_KILLS = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final String JOB = "job_killed";
    private static final byte[] SOURCE =
            "A film that nobody has seen. ".repeat(8_000).getBytes(StandardCharsets.UTF_8);
    private final Program server = Ground.server("server-of-workers", Map.of("JOBS_LEASE", "4s", "JOBS_LOSSES", "100"));
    private final List<Program> workers =
            IntStream.rangeClosed(1, 3).mapToObj(this::worker).toList();
    private final Random random = new Random(7);
    private boolean restarted;

    @AfterEach
    void stop() {
        workers.forEach(Program::kill);
        server.kill();
    }

    @Test
    void nothingIsLostAndNothingCountsTwice() throws IOException {
        Ground.BILLING.up();
        server.up();
        var tenant = server.as(Ground.OPERATOR_KEY)
                .post("/operator/v1/tenants", TestTenant.signUp("killed-workers"))
                .at("/id");
        var source = tenant + "/live/originals/ast_killed/1";
        var store = new LocalObjectStore(
                Path.of("target", "flows", "objects").toAbsolutePath(),
                "storage-secret-of-the-flows-0123456789".getBytes(StandardCharsets.UTF_8),
                InstantSource.system());
        store.put(new ObjectKey(source), NewObject.of("video/mp4"), new ByteArrayInputStream(SOURCE));
        workers.forEach(Program::begin);
        want(tenant, source);

        killUntilDone();

        var ended = ended(tenant);
        assertThat(ended.at("/outcome").asText()).isEqualTo("done");
        var results = resultsOf(ended);
        assertThat(results).hasSize(PIECES + 1);
        assertThat(billable(results)).isEqualTo(PIECES * Pieces.OUTPUT_MS);
        try (var content = store.get(new ObjectKey(joined(results))).stream()) {
            assertThat(content.readAllBytes()).isEqualTo(expected());
        }
        assertThat(spent(ended)).isEqualTo(number("SELECT sum(cpu_ms) FROM control.job_attempt"));
        assertThat(ended.at("/attempts").size()).isEqualTo((int) number("SELECT count(*) FROM control.job_attempt"));
        assertThat(number("SELECT count(*) FROM control.job_attempt WHERE state = 'done'"))
                .isEqualTo(PIECES + 1);
        assertThat(number("SELECT count(*) FROM control.job_attempt WHERE state IN ('lost', 'returned')"))
                .isPositive();
    }

    private void killUntilDone() {
        for (long next = BETWEEN_KILLS; !isEnded(); next = done() + BETWEEN_KILLS) {
            var goal = next;
            Eventually.within(PATIENCE, "more is done", () -> done() >= goal || isEnded());
            if (!restarted && done() > PIECES / 2) {
                restarted = true;
                server.kill();
                server.up();
            }
            var worker = workers.get(random.nextInt(workers.size()));
            if (random.nextBoolean()) {
                worker.kill();
            } else {
                worker.stop();
            }
            worker.begin();
        }
    }

    private Program worker(int number) {
        var environment = new HashMap<String, String>();
        environment.put("WORKER_SERVER_URL", server.url().toString());
        environment.put("WORKER_KEY", Ground.WORKERS_KEY);
        environment.put("WORKER_NAME", "worker-" + number);
        environment.put(
                "WORKER_FOLDER",
                Path.of("target", "flows", "worker-" + number).toAbsolutePath().toString());
        environment.put("FLOWS_PIECES", "true");
        return new Program("worker-" + number, "io.streamverse.worker.Main", environment);
    }

    private static void want(String tenant, String source) {
        var sound = new AudioInfo(0, "aac", 2, 48_000, "en", true, new AudioInfo.Loudness(-20, -1, 5, -30));
        var pieces = IntStream.range(0, PIECES)
                .mapToObj(number -> {
                    var track = new AudioTrack("piece", sound, "en", true, 2, 128);
                    return task(
                            "piece-%03d".formatted(number),
                            new Work.EncodeAudio(source, SOURCE.length, track, number, SOURCE.length));
                })
                .toList();
        var join = new WantedTask(
                "join",
                WorkJson.write(new Work.Pack("all", "und", 4_000_000, Protection.NONE, null)),
                pieces.stream().map(WantedTask::name).toList(),
                1,
                null,
                null);
        var tasks = Stream.concat(pieces.stream(), Stream.of(join)).toList();
        var wanted = WorkJson.write(new WorkWanted("ast_killed", 1, JOB, "encode", 0, tasks));
        Ground.run("streamverse", """
                INSERT INTO plumbing.outbox (event_id, topic, key, type, tenant, environment, payload, at)
                VALUES ('evt_killed', 'media.v1', '%1$s:live:ast_killed', 'WorkWanted', '%1$s', 'live', '%2$s', now())
                """.formatted(tenant, wanted));
    }

    private static WantedTask task(String name, Work work) {
        return new WantedTask(name, WorkJson.write(work), List.of(), 1, null, null);
    }

    private static JsonNode ended(String tenant) {
        Ground.awaitEmptyOutbox();
        return SentEvent.of("jobs.v1", tenant).stream()
                .filter(it -> it.type().equals("JobEnded"))
                .toList()
                .getFirst()
                .payload();
    }

    private static Map<String, Done> resultsOf(JsonNode ended) {
        var results = new HashMap<String, Done>();
        ended.at("/results")
                .forEach(it -> assertThat(results.put(
                                it.get("task").textValue(),
                                WorkJson.read(it.get("done").textValue(), Done.class)))
                        .isNull());
        return results;
    }

    private static long billable(Map<String, Done> results) {
        return results.values().stream()
                .mapToLong(it -> it instanceof Done.Encoded made ? made.outputMs() : 0)
                .sum();
    }

    private static String joined(Map<String, Done> results) {
        return results.get("join") instanceof Done.Packed it
                ? it.renditions().getFirst().media().key()
                : "";
    }

    private static byte[] expected() {
        var all = new ByteArrayOutputStream();
        IntStream.range(0, PIECES).forEach(it -> all.writeBytes(Pieces.of(SOURCE, it)));
        return all.toByteArray();
    }

    private static long spent(JsonNode ended) {
        var all = new ArrayList<Long>();
        ended.at("/attempts").forEach(it -> all.add(it.get("deviceMs").longValue()));
        return all.stream().mapToLong(it -> it).sum();
    }

    private static long done() {
        return number("SELECT count(*) FROM control.job_task WHERE state = 'done'");
    }

    private static boolean isEnded() {
        return number("SELECT count(*) FROM control.job WHERE ended_at IS NOT NULL") > 0;
    }

    private static long number(String query) {
        return Long.parseLong(Ground.ask(query).getFirst());
    }
}
