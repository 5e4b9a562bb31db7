package io.streamverse.engines;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The engine of ClickHouse inside this process, on one data folder. It is never unloaded: that would end the JVM.
@SuppressWarnings("restricted")
final class Chdb {
    private static final Linker LINKER = Linker.nativeLinker();
    private final SymbolLookup symbols;
    private final Path data;
    private final MethodHandle query;
    private final MethodHandle buffer;
    private final MethodHandle length;
    private final MethodHandle error;
    private final MethodHandle destroy;

    Chdb(String library, Path data) {
        this.symbols = SymbolLookup.libraryLookup(library, Arena.global());
        this.data = data;
        this.query = function(
                "chdb_query_with_params_n",
                ADDRESS,
                ADDRESS,
                ADDRESS,
                JAVA_LONG,
                ADDRESS,
                JAVA_LONG,
                ADDRESS,
                ADDRESS,
                ADDRESS,
                ADDRESS,
                JAVA_LONG);
        this.buffer = function("chdb_result_buffer", ADDRESS, ADDRESS);
        this.length = function("chdb_result_length", JAVA_LONG, ADDRESS);
        this.error = function("chdb_result_error", ADDRESS, ADDRESS);
        this.destroy = procedure("chdb_destroy_query_result", ADDRESS);
    }

    /// The JVM needs its signals itself.
    void leaveSignalsAlone() {
        try {
            procedure("chdb_set_signal_handlers_enabled", JAVA_INT).invoke(0);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /// For one thread at a time.
    Connection connect() {
        var connect = function("chdb_connect", ADDRESS, JAVA_INT, ADDRESS);
        var arguments = List.of("clickhouse", "--path=" + data);
        try (var arena = Arena.ofConfined()) {
            var words = texts(arena, arguments);
            var handle = (MemorySegment) connect.invoke(arguments.size(), words);
            if (handle.equals(MemorySegment.NULL)) {
                throw new IllegalStateException("ClickHouse does not open " + data);
            }
            return new Connection(handle.reinterpret(ADDRESS.byteSize()));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    final class Connection {
        private final MemorySegment handle;

        private Connection(MemorySegment handle) {
            this.handle = handle;
        }

        /// Values are written as ClickHouse's HTTP interface takes them. What it refuses is an exception with its
        /// words.
        byte[] query(byte[] sql, String format, Map<String, String> parameters) {
            try (var arena = Arena.ofConfined()) {
                var text = arena.allocateFrom(JAVA_BYTE, sql);
                var result = (MemorySegment) query.invoke(
                        handle.get(ADDRESS, 0),
                        text,
                        (long) sql.length,
                        arena.allocateFrom(format),
                        (long) format.length(),
                        texts(arena, List.copyOf(parameters.keySet())),
                        MemorySegment.NULL,
                        texts(arena, List.copyOf(parameters.values())),
                        MemorySegment.NULL,
                        (long) parameters.size());
                return taken(result);
            } catch (Throwable e) {
                throw unexpected(e);
            }
        }

        void close() {
            try {
                procedure("chdb_close_conn", ADDRESS).invoke(handle);
            } catch (Throwable e) {
                throw unexpected(e);
            }
        }
    }

    private byte[] taken(MemorySegment result) throws Throwable {
        try {
            var said = text((MemorySegment) error.invoke(result));
            if (said != null) {
                throw new Refused(said);
            }
            var size = (long) length.invoke(result);
            var bytes = (MemorySegment) buffer.invoke(result);
            return size == 0 ? new byte[0] : bytes.reinterpret(size).toArray(JAVA_BYTE);
        } finally {
            destroy.invoke(result);
        }
    }

    /// In ClickHouse's own words.
    static final class Refused extends RuntimeException {
        Refused(String said) {
            super(said);
        }
    }

    private static @Nullable String text(MemorySegment address) {
        return address.equals(MemorySegment.NULL)
                ? null
                : address.reinterpret(Integer.MAX_VALUE).getString(0, UTF_8);
    }

    private static MemorySegment texts(Arena arena, List<String> texts) {
        var words = arena.allocate(ADDRESS, Math.max(1, texts.size()));
        for (int i = 0; i < texts.size(); i++) {
            words.setAtIndex(ADDRESS, i, arena.allocateFrom(texts.get(i)));
        }
        return words;
    }

    private MethodHandle function(String name, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.downcallHandle(symbols.findOrThrow(name), FunctionDescriptor.of(result, arguments));
    }

    private MethodHandle procedure(String name, MemoryLayout... arguments) {
        return LINKER.downcallHandle(symbols.findOrThrow(name), FunctionDescriptor.ofVoid(arguments));
    }

    private static RuntimeException unexpected(Throwable e) {
        return e instanceof RuntimeException known
                ? known
                : new IllegalStateException("libchdb.so cannot be called", e);
    }
}
