package io.streamverse.sdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sends files, piece by piece over tus 1.0, and goes on where a broken connection left off. */
public final class UploadsResource {
    private final Transport transport;

    UploadsResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Uploads a file as {@link UploadOptions#usual()} say. Blocks until all of it has arrived.
     *
     * @param file the file
     * @return the id of the asset that it became; {@link AssetsResource#untilReady} waits for it
     * @throws QuotaException if there is no room for it
     * @throws UncheckedIOException if the file cannot be read
     */
    public String upload(Path file) {
        return upload(file, UploadOptions.usual());
    }

    /**
     * Uploads a file. Blocks until all of it has arrived; the file must not change meanwhile. Broken connections, servers
     * that restart and answers that get lost are tried again, from the byte the platform names.
     *
     * @param file the file
     * @param options how
     * @return the id of the asset that it became; {@link AssetsResource#untilReady} waits for it
     * @throws QuotaException if there is no room for it
     * @throws UncheckedIOException if the file cannot be read
     */
    public String upload(Path file, UploadOptions options) {
        try {
            var whole = new FileSpan(file, 0, Files.size(file));
            return options.parallel() > 1 && whole.bytes() >= options.parallel()
                    ? new ParallelUpload(transport, whole, options).run()
                    : new ResumedUpload(transport, whole, options).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
