package io.streamverse.server.ladders;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.streamverse.media.ladder.AudioRung;
import io.streamverse.media.ladder.Ladder;
import io.streamverse.media.ladder.VideoRung;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One version of a ladder. It stays what it is: a change makes the next one. Built-in ladders have no dates.
@MappedEntity("ladder")
public record LadderVersion(
        @Id String id,
        int version,
        boolean current,
        String name,
        @TypeDef(type = DataType.JSON) List<VideoRung> video,
        @TypeDef(type = DataType.JSON) List<AudioRung> audio,
        @Nullable String externalId,
        @TypeDef(type = DataType.JSON) Map<String, String> metadata,
        @Nullable Instant createdAt,
        @Nullable Instant changedAt) {
    static final String PREFIX = "lad";

    static LadderVersion first(String id, LadderPatch wanted, Instant now) {
        return of(id, 1, wanted, now, now);
    }

    public Ladder rungs() {
        return new Ladder(video, audio);
    }

    public boolean isBuiltIn() {
        return createdAt == null;
    }

    LadderVersion next(LadderPatch patch, Instant now) {
        return of(id, version + 1, patch, createdAt, now);
    }

    private static LadderVersion of(
            String id, int version, LadderPatch wanted, @Nullable Instant createdAt, Instant changedAt) {
        var rungs = wanted.rungs();
        return new LadderVersion(
                id,
                version,
                true,
                wanted.name(),
                rungs.video(),
                rungs.audio(),
                wanted.externalId(),
                wanted.metadata(),
                createdAt,
                changedAt);
    }
}
