package io.streamverse.server.playback;

import io.micronaut.context.annotation.Replaces;
import io.streamverse.media.index.Scheme;
import io.streamverse.server.delivery.Delivery;
import io.streamverse.server.delivery.Permit;
import io.streamverse.server.manifests.Manifests;
import io.streamverse.server.manifests.Screening;
import io.streamverse.server.manifests.Showing;
import io.streamverse.server.media.PlayableAsset;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Until the rooms delivery and manifests are there.
final class StandIns {
    private StandIns() {}

    @Singleton
    @Replaces(Delivery.class)
    static class Signing extends Delivery {
        @Override
        public String token(Permit permit) {
            return "a.%s.%s".formatted(permit.session(), permit.until().getEpochSecond());
        }

        @Override
        public String folder(Permit permit) {
            return "/URISigningPackage=%s/m/ten/%s/%d/".formatted(token(permit), permit.assetId(), permit.version());
        }
    }

    @Singleton
    @Replaces(Manifests.class)
    static class Cutting extends Manifests {
        @Override
        public Optional<Showing> showing(PlayableAsset asset, Screening screening) {
            return screening.codecs().contains("h264")
                    ? Optional.of(new Showing("web-sd", Scheme.NONE, List.of("v-h264-360", "a-aac-en")))
                    : Optional.empty();
        }
    }
}
