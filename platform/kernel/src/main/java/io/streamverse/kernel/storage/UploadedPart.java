package io.streamverse.kernel.storage;

import java.util.List;

public record UploadedPart(int number, String etag) {
    public static final int MAX_NUMBER = 10_000;

    public UploadedPart {
        requireNumber(number);
    }

    static void requireNumber(int number) {
        if (number < 1 || number > MAX_NUMBER) {
            throw new IllegalArgumentException("Parts are numbered 1 to %d".formatted(MAX_NUMBER));
        }
    }

    static void requireAscending(List<UploadedPart> parts) {
        var last = 0;
        for (var part : parts) {
            if (part.number <= last) {
                throw new IllegalArgumentException("Parts are named once each and in order");
            }
            last = part.number;
        }
        if (last == 0) {
            throw new IllegalArgumentException("An object is made of at least one part");
        }
    }
}
