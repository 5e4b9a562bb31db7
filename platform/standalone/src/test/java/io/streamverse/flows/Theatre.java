package io.streamverse.flows;

import io.streamverse.sdk.StreamVerse;
import io.streamverse.sdk.UploadOptions;
import io.streamverse.sdk.model.AgeRating;
import io.streamverse.sdk.model.Appearance;
import io.streamverse.sdk.model.CreateTitle;
import io.streamverse.sdk.model.TitleAccess;
import io.streamverse.sdk.model.TitleAccessKind;
import io.streamverse.sdk.model.TitleKind;
import io.streamverse.sdk.model.TitleText;
import io.streamverse.sdk.model.UpdateBrandText;
import io.streamverse.sdk.model.UpdateBranding;
import io.streamverse.testkit.Ffmpeg;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A tenant's service with a few titles, all of them showing one film of half a minute, with several languages and
/// names of all lengths.
public record Theatre(String slug, String key, String locked) {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Path SHORT = Path.of("src/test/resources/film.mp4").toAbsolutePath();

    public static Theatre open() {
        var tenant = Service.tenant();
        var client = Service.live(tenant);
        client.branding()
                .update(new UpdateBranding()
                        .name("Polaris")
                        .primaryColor("#35d0a5")
                        .backgroundColor("#070b16")
                        .appearance(Appearance.AUTO)
                        .texts(Map.of("en", new UpdateBrandText().tagline("Films from the far north"))));
        var asset = film(client);
        for (var name :
                List.of("A quiet film", "Donaudampfschifffahrtsgesellschaftskapitän", "Short", "Winter light")) {
            publish(client, title(name, asset).ageRating(new AgeRating().minimumAge(0)));
        }
        publish(
                client,
                title("For grown-ups", asset)
                        .ageRating(new AgeRating().minimumAge(18).label("18")));
        var premium = new TitleAccess().kind(TitleAccessKind.TIER).tier("premium");
        var locked = publish(client, title("Premium film", asset).access(premium));
        return new Theatre(tenant.slug(), Service.keys(tenant).live(), locked);
    }

    private static CreateTitle title(String name, String asset) {
        return new CreateTitle()
                .kind(TitleKind.MOVIE)
                .assetId(asset)
                .texts(Map.of(
                        "en", new TitleText().name(name).synopsis("A film about light, and what is left of it."),
                        "ar", new TitleText().name("فيلم عن الضوء").synopsis("فيلم عن الضوء وما يبقى منه.")));
    }

    private static String publish(StreamVerse client, CreateTitle wanted) {
        var id = client.titles().create(wanted).id();
        client.titles().publish(id);
        return id;
    }

    private static String film(StreamVerse client) {
        var warm = client.uploads().upload(SHORT, UploadOptions.usual().withName("Warm"));
        client.assets().untilReady(warm, PATIENCE);
        var film = Path.of("target", "half-a-minute.mp4").toAbsolutePath();
        new Ffmpeg(Path.of("target", "standalone", "worker"))
                .run("-stream_loop", "4", "-i", SHORT.toString(), "-c", "copy", film.toString());
        var upload = client.uploads().upload(film, UploadOptions.usual().withName("Half a minute"));
        return client.assets().untilReady(upload, PATIENCE).id();
    }
}
