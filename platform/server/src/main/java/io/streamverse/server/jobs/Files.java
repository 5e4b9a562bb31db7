package io.streamverse.server.jobs;

import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.problem.Forbidden;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.kernel.storage.MultipartUpload;
import io.streamverse.kernel.storage.NewObject;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.kernel.storage.UploadedPart;
import io.streamverse.media.lease.Address;
import io.streamverse.media.lease.Addresses;
import io.streamverse.media.lease.NewOutput;
import io.streamverse.media.lease.OutputParts;
import io.streamverse.media.lease.OutputPlace;
import io.streamverse.media.lease.Reading;
import io.streamverse.media.work.Output;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Signed addresses for an attempt that runs: bytes go straight between worker and object store.
@Singleton
@Requires(bean = ObjectStore.class)
class Files {
    private static final Duration VALID = Duration.ofHours(1);
    private static final long SMALLEST_PART = 16L << 20;
    private static final int MOST_PARTS = 1_000;
    private static final String WORD = "[A-Za-z0-9][A-Za-z0-9._-]*+";
    private static final Pattern NAME = Pattern.compile("(?=.{1,200}$)" + WORD + "(/" + WORD + ")*");
    private final Attempts attempts;
    private final JobRepository jobs;
    private final TaskRepository tasks;
    private final ObjectStore store;

    Files(Attempts attempts, JobRepository jobs, TaskRepository tasks, ObjectStore store) {
        this.attempts = attempts;
        this.jobs = jobs;
        this.tasks = tasks;
        this.store = store;
    }

    Addresses read(String lease, Reading reading) {
        var task = attempts.current(lease, reading.attempt());
        var readable = Belongings.readable(
                jobs.get(task.job()).space(), task, tasks.inputs(task).values());
        return new Addresses(reading.keys().stream()
                .map(key -> {
                    if (!readable.contains(key)) {
                        throw new Forbidden("jobs.object.foreign", "This task has no business with " + key);
                    }
                    return new Address(
                            key, store.signGet(new ObjectKey(key), VALID).toString());
                })
                .toList());
    }

    OutputPlace begin(String lease, NewOutput output) {
        var key = key(lease, output.attempt(), output.name());
        if (output.bytes() <= SMALLEST_PART) {
            var address = store.signPut(key, VALID, Math.max(0, output.bytes()));
            return new OutputPlace(key.value(), null, output.bytes(), List.of(address.toString()));
        }
        var partBytes = Math.max(SMALLEST_PART, Math.ceilDiv(output.bytes(), MOST_PARTS));
        var upload = store.begin(key, NewObject.of(output.contentType()));
        var urls = IntStream.rangeClosed(1, (int) Math.ceilDiv(output.bytes(), partBytes))
                .mapToObj(part -> store.signPart(
                                upload, part, VALID, Math.min(partBytes, output.bytes() - (part - 1) * partBytes))
                        .toString())
                .toList();
        return new OutputPlace(key.value(), upload.id(), partBytes, urls);
    }

    Output complete(String lease, String upload, OutputParts parts) {
        var key = key(lease, parts.attempt(), parts.name());
        var uploaded = IntStream.range(0, parts.etags().size())
                .mapToObj(it -> new UploadedPart(it + 1, parts.etags().get(it)))
                .toList();
        var stored = store.complete(new MultipartUpload(key, upload), uploaded);
        return new Output(parts.name(), key.value(), stored.bytes());
    }

    private ObjectKey key(String lease, int attempt, String name) {
        var task = attempts.current(lease, attempt);
        if (!NAME.matcher(name).matches()) {
            throw new Rejected("jobs.output.name", "No file can be called " + name);
        }
        return new ObjectKey(Belongings.folder(jobs.get(task.job()).space(), task) + attempt + "/" + name);
    }
}
