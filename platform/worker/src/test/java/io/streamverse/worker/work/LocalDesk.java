package io.streamverse.worker.work;

import io.streamverse.media.plan.Accelerator;
import io.streamverse.media.work.ContentKey;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The object store is a folder; keys are paths in it.
public final class LocalDesk implements Desk {
    private final Path store;
    private final Path folder;
    private final Map<String, Done> inputs = new HashMap<>();
    private final Map<String, ContentKey> keys = new HashMap<>();
    private final Map<Accelerator, Long> busyMs = new EnumMap<>(Accelerator.class);
    private @Nullable String checkpoint;
    private double progress;

    public LocalDesk(Path store, Path folder) {
        this.store = store;
        this.folder = folder;
    }

    public LocalDesk with(String task, Done result) {
        inputs.put(task, result);
        return this;
    }

    public LocalDesk with(ContentKey key) {
        keys.put(key.keyId(), key);
        return this;
    }

    public double progress() {
        return progress;
    }

    public Map<Accelerator, Long> busyMs() {
        return busyMs;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Path fetch(String key, long bytes) {
        return store.resolve(key);
    }

    @Override
    public Output deliver(String name, String contentType, Path file) {
        try {
            var target = store.resolve("out").resolve(name);
            Files.createDirectories(target.getParent());
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            return new Output(name, "out/" + name, Files.size(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, Done> inputs() {
        return inputs;
    }

    @Override
    public void progress(double share) {
        progress = share;
    }

    @Override
    public void busy(Accelerator on, long deviceMs) {
        busyMs.merge(on, deviceMs, Long::sum);
    }

    @Override
    public ContentKey key(String keyId) {
        var key = keys.get(keyId);
        if (key == null) {
            throw new IllegalArgumentException("No key " + keyId);
        }
        return key;
    }

    @Override
    public @Nullable String checkpoint() {
        return checkpoint;
    }

    @Override
    public void checkpoint(String state) {
        checkpoint = state;
    }
}
