package io.streamverse.sdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file over one connection, from where an earlier try of the same file stopped. */
final class ResumedUpload {
    private final FileSpan whole;
    private final UploadOptions options;
    private final Tus tus;
    private final Sending sending;
    private final Remembered remembered;

    ResumedUpload(Transport transport, FileSpan whole, UploadOptions options) throws IOException {
        this.whole = whole;
        this.options = options;
        this.tus = new Tus(transport);
        this.sending = new Sending(transport, options);
        this.remembered = Remembered.of(options.resumeFolder(), transport.fingerprint(), whole.file());
    }

    String run() throws IOException {
        var begun = earlier();
        if (begun == null) {
            begun = tus.create(whole.bytes(), headers(whole.file(), options));
            remembered.keep(begun.address());
        }
        var state = sending.send(begun, whole, sent -> options.progress().sent(sent, whole.bytes()));
        remembered.forget();
        return state.assetId();
    }

    private Tus.@Nullable State earlier() throws IOException {
        var address = remembered.address();
        if (address == null) {
            return null;
        }
        try {
            return tus.look(address);
        } catch (NotFoundException | GoneException | ForbiddenException e) {
            remembered.forget();
            return null;
        }
    }

    static Map<String, String> headers(Path file, UploadOptions options) throws IOException {
        var pairs = new LinkedHashMap<>(options.metadata());
        pairs.put("filename", String.valueOf(file.getFileName()));
        var type = Files.probeContentType(file);
        if (type != null) {
            pairs.put("filetype", type);
        }
        if (options.name() != null) {
            pairs.put("name", options.name());
        }
        if (options.externalId() != null) {
            pairs.put("externalId", options.externalId());
        }
        if (options.assetId() != null) {
            pairs.put("assetId", options.assetId());
        }
        if (!options.keepOriginal()) {
            pairs.put("keepOriginal", "false");
        }
        return Map.of("Upload-Metadata", Tus.metadata(pairs));
    }
}
