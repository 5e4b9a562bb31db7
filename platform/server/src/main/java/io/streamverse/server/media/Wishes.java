package io.streamverse.server.media;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.media.plan.Accelerator;
import io.streamverse.media.plan.Protection;
import io.streamverse.server.ladders.LadderVersion;
import io.streamverse.server.ladders.Ladders;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What shall be made of assets. Who wishes nothing gets H.264 in the clear, which plays everywhere.
@Singleton
class Wishes {
    private static final String DEFAULT_LADDER = "h264";
    private final WishRepository wishes;
    private final Ladders ladders;

    Wishes(WishRepository wishes, Ladders ladders) {
        this.wishes = wishes;
        this.ladders = ladders;
    }

    EncodeWish of(String assetId) {
        return wishes.findById(assetId)
                .orElseGet(() -> new EncodeWish(assetId, DEFAULT_LADDER, Protection.NONE, Accelerator.CPU, null, null));
    }

    @Transactional
    void put(String assetId, EncodeRequest request, @Nullable BigDecimal quoted) {
        var wish = request.over(of(assetId), quoted);
        ladder(wish);
        wishes.put(wish.assetId(), wish.ladder(), wish.protection(), wish.accelerator(), wish.quote(), wish.quoted());
    }

    LadderVersion ladder(EncodeWish wish) {
        return ladders.find(wish.ladder())
                .orElseThrow(() -> new Rejected("ladders.ladder.unknown", "There is no ladder " + wish.ladder()));
    }
}
