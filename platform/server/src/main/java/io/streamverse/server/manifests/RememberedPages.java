package io.streamverse.server.manifests;

import io.streamverse.server.delivery.Memory;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The pages that need nobody's word, for those who hold a token.
@Singleton
class RememberedPages implements Memory {
    private final Pages pages;

    RememberedPages(Pages pages) {
        this.pages = pages;
    }

    @Override
    public @Nullable Kept find(String path, boolean isPacked) {
        return Place.find(path)
                .map(pages::remembered)
                .map(it -> new Form(it, isPacked))
                .orElse(null);
    }

    @Override
    public String room() {
        return "manifests";
    }

    private record Form(Page page, boolean isPacked) implements Kept {
        @Override
        public byte[] bytes() {
            return page.bytes(isPacked);
        }

        @Override
        public void describe(BiConsumer<String, String> header) {
            page.describe(isPacked, header);
        }
    }
}
