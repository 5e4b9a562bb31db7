package io.streamverse.kernel.storage;

import io.streamverse.kernel.storage.StorageException.RangeNotSatisfiable;

/// A part of an object, as HTTP ranges name it: both ends included, cut at the end of the object.
public sealed interface Range {
    record FromTo(long first, long last) implements Range {
        public FromTo {
            if (first < 0 || last < first) {
                throw new IllegalArgumentException("No range goes from %d to %d".formatted(first, last));
            }
        }
    }

    record Suffix(long length) implements Range {
        public Suffix {
            if (length < 0) {
                throw new IllegalArgumentException("No range has the last %d bytes".formatted(length));
            }
        }
    }

    record Span(long first, long length) {
        public long last() {
            return first + length - 1;
        }
    }

    static Range of(long first, long last) {
        return new FromTo(first, last);
    }

    static Range from(long first) {
        return new FromTo(first, Long.MAX_VALUE);
    }

    static Range suffix(long length) {
        return new Suffix(length);
    }

    default Span within(long bytes) {
        var first = switch (this) {
            case FromTo range -> range.first;
            case Suffix suffix -> suffix.length == 0 ? bytes : Math.max(0, bytes - suffix.length);
        };
        if (first >= bytes) {
            throw new RangeNotSatisfiable(bytes);
        }
        var last = this instanceof FromTo range ? Math.min(range.last, bytes - 1) : bytes - 1;
        return new Span(first, last - first + 1);
    }
}
