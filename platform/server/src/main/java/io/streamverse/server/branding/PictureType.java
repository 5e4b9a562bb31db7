package io.streamverse.server.branding;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// What pictures may be, told by their first bytes and not by what is said of them. SVG is none: it may carry scripts.
enum PictureType {
    PNG("image/png", "89504e470d0a1a0a.*"),
    JPEG("image/jpeg", "ffd8ff.*"),
    WEBP("image/webp", "52494646.{8}57454250.*");

    private static final int TELLING = 16;
    private final String contentType;
    private final Pattern beginning;

    PictureType(String contentType, String beginning) {
        this.contentType = contentType;
        this.beginning = Pattern.compile(beginning);
    }

    String contentType() {
        return contentType;
    }

    static Optional<PictureType> of(byte[] file) {
        var start = HexFormat.of().formatHex(file, 0, Math.min(file.length, TELLING));
        return Arrays.stream(values())
                .filter(it -> it.beginning.matcher(start).matches())
                .findFirst();
    }
}
