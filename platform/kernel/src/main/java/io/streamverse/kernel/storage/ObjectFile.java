package io.streamverse.kernel.storage;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamverse.kernel.storage.StorageException.StorageFailed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;

/// A file of content, then what is known about it as JSON, the JSON's length and a mark. One file holds both, so that
/// one rename publishes both; the content stands first, as its checksum is known only after it.
record ObjectFile(FileChannel channel, long bytes, Trailer trailer) implements AutoCloseable {
    private static final long MARK = 0x53766f626a656374L;
    private static final int FOOT = Integer.BYTES + Long.BYTES;
    private static final int MAX_TRAILER = 64 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    record Trailer(String etag, String contentType, Map<String, String> metadata, long storedAtMillis) {}

    static void seal(FileChannel file, Trailer trailer) throws IOException {
        var json = JSON.writeValueAsBytes(trailer);
        var foot = ByteBuffer.allocate(json.length + FOOT);
        foot.put(json).putInt(json.length).putLong(MARK).flip();
        while (foot.hasRemaining()) {
            file.write(foot);
        }
    }

    static ObjectFile open(Path path) throws IOException {
        var channel = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try {
            var foot = read(channel, channel.size() - FOOT, FOOT);
            var length = foot.getInt();
            if (foot.getLong() != MARK || length < 0 || length > MAX_TRAILER) {
                throw broken();
            }
            var start = channel.size() - FOOT - length;
            var trailer = JSON.readValue(read(channel, start, length).array(), Trailer.class);
            return new ObjectFile(channel, start, trailer);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    StoredObject describe(ObjectKey key) {
        var storedAt = Instant.ofEpochMilli(trailer.storedAtMillis);
        return new StoredObject(key, bytes, trailer.etag, trailer.contentType, trailer.metadata, storedAt);
    }

    void copyTo(WritableByteChannel target) throws IOException {
        for (var done = 0L; done < bytes; ) {
            done += channel.transferTo(done, bytes - done, target);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        if (position < 0) {
            throw broken();
        }
        var buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw broken();
            }
        }
        return buffer.flip();
    }

    private static StorageFailed broken() {
        return new StorageFailed("A stored file is not one of ours or was cut", null);
    }
}
