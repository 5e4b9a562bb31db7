package io.streamverse.worker.work;

import io.streamverse.media.plan.Accelerator;
import io.streamverse.media.work.ContentKey;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Output;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one attempt has at hand. Every call but `folder` and `inputs` may end the attempt: it was cancelled, or another
/// worker has it.
public interface Desk {
    /// Its own and empty; gone afterwards.
    Path folder();

    /// A copy from the object store, to be read only.
    Path fetch(String key, long bytes) throws WorkFailure, InterruptedException;

    /// Into the object store, under this attempt.
    Output deliver(String name, String contentType, Path file) throws WorkFailure, InterruptedException;

    /// What the tasks made that this one waited for, by their names.
    Map<String, Done> inputs();

    /// From 0 to 1.
    void progress(double share) throws WorkFailure, InterruptedException;

    void busy(Accelerator on, long deviceMs);

    ContentKey key(String keyId) throws WorkFailure, InterruptedException;

    /// What an earlier attempt left here.
    @Nullable
    String checkpoint();

    void checkpoint(String state) throws WorkFailure, InterruptedException;
}
