package io.streamverse.worker.tools;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/// A 64-bit shared library. Field offsets and tags as in elf.h.
final class Elf {
    private static final int LOAD = 1;
    private static final int DYNAMIC = 2;
    private static final long NEEDED = 1;
    private static final long STRINGS = 5;
    private static final long VERSIONS_NEEDED = 0x6ffffffeL;
    private static final long SKIPPED_BY_THE_LOADER = 0x6000_000fL;
    private static final int PROGRAM_HEADER = 56;
    private static final int ENTRY = 16;
    private final ByteBuffer bytes;

    private Elf(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /// Makes a library load without some of those that it asks for: what it would call there is looked up only when
    /// it is called.
    static void forget(Path library, Predicate<String> unwanted) throws IOException {
        var content = Files.readAllBytes(library);
        new Elf(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN)).forget(unwanted);
        Files.write(library, content);
    }

    private void forget(Predicate<String> unwanted) {
        var strings = fileOffset(bytes.getLong(entry(STRINGS) + 8));
        for (var at = dynamic(); bytes.getLong(at) != 0; at += ENTRY) {
            if (bytes.getLong(at) == NEEDED && unwanted.test(text(strings + (int) bytes.getLong(at + 8)))) {
                bytes.putLong(at, SKIPPED_BY_THE_LOADER);
            }
        }
        unlinkVersions(strings, unwanted);
    }

    /// The first record is of a library that stays: the loader starts there.
    private void unlinkVersions(int strings, Predicate<String> unwanted) {
        var kept = fileOffset(bytes.getLong(entry(VERSIONS_NEEDED) + 8));
        while (next(kept) != 0) {
            var record = kept + next(kept);
            if (unwanted.test(text(strings + bytes.getInt(record + 4)))) {
                bytes.putInt(kept + 12, next(record) == 0 ? 0 : next(kept) + next(record));
            } else {
                kept = record;
            }
        }
    }

    private int next(int record) {
        return bytes.getInt(record + 12);
    }

    private int entry(long tag) {
        for (var at = dynamic(); bytes.getLong(at) != 0; at += ENTRY) {
            if (bytes.getLong(at) == tag) {
                return at;
            }
        }
        throw new IllegalStateException("The library has no dynamic entry " + tag);
    }

    private int dynamic() {
        for (var at = firstHeader(); at < pastHeaders(); at += PROGRAM_HEADER) {
            if (bytes.getInt(at) == DYNAMIC) {
                return (int) bytes.getLong(at + 8);
            }
        }
        throw new IllegalStateException("The library is not linked dynamically");
    }

    private int fileOffset(long address) {
        for (var at = firstHeader(); at < pastHeaders(); at += PROGRAM_HEADER) {
            var start = bytes.getLong(at + 16);
            if (bytes.getInt(at) == LOAD && address >= start && address < start + bytes.getLong(at + 32)) {
                return (int) (address - start + bytes.getLong(at + 8));
            }
        }
        throw new IllegalStateException("The library loads nothing at " + address);
    }

    private int firstHeader() {
        return (int) bytes.getLong(32);
    }

    private int pastHeaders() {
        return firstHeader() + bytes.getShort(56) * PROGRAM_HEADER;
    }

    private String text(int offset) {
        var end = offset;
        while (bytes.get(end) != 0) {
            end++;
        }
        var text = new byte[end - offset];
        bytes.get(offset, text);
        return new String(text, StandardCharsets.US_ASCII);
    }
}
