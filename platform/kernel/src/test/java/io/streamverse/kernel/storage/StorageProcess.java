package io.streamverse.kernel.storage;

import static io.streamverse.kernel.storage.ObjectStoreContractTest.TEXT;
import static io.streamverse.kernel.storage.ObjectStoreContractTest.key;

import io.streamverse.kernel.storage.StorageException.StorageFull;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/// A process of its own, to be starved or killed.
final class StorageProcess {
    private static final long GIGABYTE = 1L << 30;

    private StorageProcess() {}

    public static void main(String[] arguments) throws IOException {
        var store = new LocalObjectStore(Path.of(arguments[1]), new byte[32], InstantSource.system());
        switch (arguments[0]) {
            case "gigabyte" -> moveAGigabyte(store);
            case "endless" -> store.put(key("endless"), TEXT, new Zeros(Long.MAX_VALUE));
            case "fill" -> fill(store);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void moveAGigabyte(ObjectStore store) throws IOException {
        store.put(key("big"), TEXT, new Zeros(GIGABYTE));
        try (var content = store.get(key("big"), Range.from(1))) {
            print("read " + content.stream().transferTo(OutputStream.nullOutputStream()));
        }
        var upload = store.begin(key("joined"), TEXT);
        var part = store.uploadPart(upload, 1, Expectation.exactly(GIGABYTE / 4), new Zeros(GIGABYTE / 4));
        print("joined " + store.complete(upload, List.of(part)).bytes());
    }

    private static void fill(ObjectStore store) {
        try {
            store.put(key("big"), TEXT, new Zeros(GIGABYTE));
        } catch (StorageFull e) {
            print("refused: " + e.getMessage());
        }
        print("then " + store.put(key("small"), TEXT, new Zeros(1_000_000)).bytes());
    }

    @SuppressWarnings("SystemOut")
    private static void print(String line) {
        System.out.println(line);
    }

    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            var count = (int) Math.min(length, left);
            Arrays.fill(target, offset, offset + count, (byte) 0);
            left -= count;
            return count;
        }
    }
}
