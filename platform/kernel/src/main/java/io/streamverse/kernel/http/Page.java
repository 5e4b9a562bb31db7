package io.streamverse.kernel.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list: what it holds, whether there is more, and the cursor that leads on.
public record Page<T>(
        List<T> data, boolean hasMore, @Nullable String next) {

    /// From up to `limit + 1` rows: the one too many only says that there is more.
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> id) {
        if (rows.size() <= limit) {
            return new Page<>(rows, false, null);
        }
        var data = List.copyOf(rows.subList(0, limit));
        return new Page<>(data, true, Cursor.of(id.apply(data.getLast())));
    }

    public <R> Page<R> map(Function<T, R> form) {
        return new Page<>(data.stream().map(form).toList(), hasMore, next);
    }
}
