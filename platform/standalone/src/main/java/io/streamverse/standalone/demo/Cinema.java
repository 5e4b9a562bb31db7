package io.streamverse.standalone.demo;

import io.streamverse.sdk.ListParams;
import io.streamverse.sdk.StreamVerse;
import io.streamverse.sdk.UploadOptions;
import io.streamverse.sdk.model.AssetState;
import io.streamverse.sdk.model.CreateEncode;
import io.streamverse.sdk.model.Protection;
import io.streamverse.sdk.model.TitleState;
import io.streamverse.worker.work.WorkFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Brings one film after the other to the tenant's service. What is there already stays as it is.
final class Cinema {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private final StreamVerse client;
    private final Painter painter;
    private final Path folder;

    Cinema(StreamVerse client, Painter painter, Path folder) {
        this.client = client;
        this.painter = painter;
        this.folder = folder;
    }

    boolean shows(Film film) {
        return client.titles().list(ListParams.all().externalId(film.externalId())).data().stream()
                .anyMatch(it -> it.state().equals(TitleState.PUBLISHED));
    }

    void show(Film film) throws WorkFailure, IOException, InterruptedException {
        var asset = asset(film);
        if (film.captions()) {
            for (var language : List.of("en", "fr")) {
                caption(film, asset, language);
            }
        }
        var titles = client.titles();
        var known = titles.list(ListParams.all().externalId(film.externalId())).data();
        var title = known.isEmpty() ? titles.create(film.title(asset)) : known.getFirst();
        titles.publish(title.id());
    }

    /// A start before this one may have been stopped half way.
    private String asset(Film film) throws WorkFailure, IOException, InterruptedException {
        for (var known : client.assets()
                .list(ListParams.all().externalId(film.externalId()))
                .data()) {
            if (known.state().equals(AssetState.WAITING) || known.state().equals(AssetState.FAILED)) {
                client.assets().delete(known.id());
            } else {
                return client.assets().untilReady(known.id(), PATIENCE).id();
            }
        }
        return made(film);
    }

    private String made(Film film) throws WorkFailure, IOException, InterruptedException {
        var file = folder.resolve(film.id() + ".mp4");
        try {
            painter.paint(film, file);
            var options = UploadOptions.usual().withName(film.name()).withExternalId(film.externalId());
            var asset = client.assets()
                    .untilReady(client.uploads().upload(file, options), PATIENCE)
                    .id();
            if (film.encrypted()) {
                client.assets().encode(asset, new CreateEncode().protection(Protection.CENC));
            }
            return asset;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void caption(Film film, String asset, String language) throws IOException {
        var file = folder.resolve(film.id() + ".vtt");
        try {
            Files.writeString(file, film.webVtt(language));
            client.captions().upload(asset, language, "subtitles", file);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
