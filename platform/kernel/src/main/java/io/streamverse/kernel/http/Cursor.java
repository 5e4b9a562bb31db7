package io.streamverse.kernel.http;

import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a page ends: the id of its last entry. Ids grow with time, so entries made meanwhile move nothing.
public final class Cursor {
    private Cursor() {}

    static String of(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    public static @Nullable String read(String prefix, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            var id = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            Ids.require(prefix, id);
            return id;
        } catch (IllegalArgumentException e) {
            throw new Malformed(
                    "http.cursor.invalid",
                    "This cursor is not one that a list here gave out",
                    List.of(new FieldError("?after", "is not a cursor of this list")));
        }
    }
}
