package io.streamverse.server.uploads;

import io.micronaut.http.HttpHeaders;
import io.streamverse.kernel.problem.Malformed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What a client says in the headers of tus.
record TusHeaders(HttpHeaders headers) {
    static final String RESUMABLE = "Tus-Resumable";
    static final String VERSION = "Tus-Version";
    static final String EXTENSION = "Tus-Extension";
    static final String MAX_SIZE = "Tus-Max-Size";
    static final String ALGORITHMS = "Tus-Checksum-Algorithm";
    static final String OFFSET = "Upload-Offset";
    static final String LENGTH = "Upload-Length";
    static final String METADATA = "Upload-Metadata";
    static final String CONCAT = "Upload-Concat";
    static final String EXPIRES = "Upload-Expires";
    static final String CHECKSUM = "Upload-Checksum";
    static final String METHOD = "X-HTTP-Method-Override";
    static final String ASSET = "StreamVerse-Asset";
    static final String SPOKEN = "1.0.0";
    static final String BYTES = "application/offset+octet-stream";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern FINAL = Pattern.compile("final;\\s*(\\S.*)");

    long length() {
        return number(LENGTH)
                .orElseThrow(() -> new Malformed(
                        "uploads.length.missing",
                        "Say in Upload-Length how many bytes there are: none are taken before"));
    }

    long offset() {
        return number(OFFSET)
                .orElseThrow(() ->
                        new Malformed("uploads.offset.missing", "Say in Upload-Offset at which byte the body begins"));
    }

    OptionalLong announced() {
        return headers.contentLength();
    }

    boolean bringBytes() {
        return headers.findFirst(HttpHeaders.CONTENT_TYPE)
                .filter(it -> it.strip().equalsIgnoreCase(BYTES))
                .isPresent();
    }

    UploadMetadata metadata() {
        return UploadMetadata.read(headers.findFirst(METADATA).orElse(""));
    }

    Optional<AnnouncedSum> checksum() {
        return headers.findFirst(CHECKSUM).map(AnnouncedSum::read);
    }

    Upload.Kind kind() {
        return headers.findFirst(CONCAT)
                .map(it -> it.equals("partial") ? Upload.Kind.PARTIAL : Upload.Kind.FINAL)
                .orElse(Upload.Kind.WHOLE);
    }

    /// The ids behind the addresses, in order.
    List<String> partials() {
        var joined = FINAL.matcher(headers.findFirst(CONCAT).orElse(""));
        if (!joined.matches()) {
            throw new Malformed(
                    "uploads.concat.malformed", "Upload-Concat is partial, or final; and the addresses to join");
        }
        return Arrays.stream(joined.group(1).split("\\s+"))
                .map(it -> it.substring(it.lastIndexOf('/') + 1))
                .toList();
    }

    private OptionalLong number(String name) {
        var value = headers.findFirst(name).orElse("");
        return NUMBER.matcher(value).matches() ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }
}
