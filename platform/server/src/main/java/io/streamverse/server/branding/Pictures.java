package io.streamverse.server.branding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.kernel.problem.TooLarge;
import io.streamverse.kernel.security.Digests;
import io.streamverse.kernel.storage.NewObject;
import io.streamverse.kernel.storage.ObjectContent;
import io.streamverse.kernel.storage.ObjectStore;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.stream.Stream;

/// Logo and icon. A picture is in the store before the brand names it, and goes when no brand does any more.
@Singleton
class Pictures {
    private static final int LARGEST = 512 * 1024;
    private final Branding branding;
    private final ObjectStore store;

    Pictures(Branding branding, ObjectStore store) {
        this.branding = branding;
        this.store = store;
    }

    Brand put(PictureKind kind, byte[] file) {
        if (file.length > LARGEST) {
            throw new TooLarge("branding.picture.too-large", "A logo or an icon has up to 512 KB");
        }
        var type = PictureType.of(file)
                .orElseThrow(() ->
                        new Rejected("branding.picture.unsupported", "This is no PNG, JPEG or WebP; SVG is not taken"));
        var before = branding.get().picture(kind);
        var name =
                "%s-%s".formatted(kind.name().toLowerCase(Locale.ROOT), Digests.sha256(new String(file, ISO_8859_1)));
        var picture = new BrandPicture(name, type.contentType());
        store.put(picture.key(), NewObject.of(picture.contentType()), new ByteArrayInputStream(file));
        var changed = branding.show(kind, picture);
        if (before != null && !before.equals(picture)) {
            store.delete(before.key());
        }
        return changed;
    }

    void remove(PictureKind kind) {
        var before = branding.get().picture(kind);
        if (before != null) {
            branding.show(kind, null);
            store.delete(before.key());
        }
    }

    ObjectContent read(String name) {
        var brand = branding.get();
        return Stream.concat(Stream.ofNullable(brand.logo()), Stream.ofNullable(brand.icon()))
                .filter(it -> it.name().equals(name))
                .findFirst()
                .map(it -> store.get(it.key()))
                .orElseThrow(() -> new NotFound("branding.picture.unknown", "picture " + name));
    }
}
