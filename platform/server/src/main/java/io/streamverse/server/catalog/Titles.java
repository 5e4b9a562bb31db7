package io.streamverse.server.catalog;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.events.catalog.TitleChanged;
import io.streamverse.events.catalog.TitleDeleted;
import io.streamverse.events.catalog.TitlePublished;
import io.streamverse.events.catalog.TitleUnpublished;
import io.streamverse.kernel.http.Cursor;
import io.streamverse.kernel.http.ETag;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.server.media.Media;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Titles as the tenant writes them. Whoever changes the state of one, or what it plays, holds its row first and asks
/// media then: so an asset that goes away meanwhile is either seen as gone, or its event finds the title as it became.
@Singleton
class Titles {
    private final TitleRepository titles;
    private final KnownTitles known;
    private final Media media;
    private final Outbox outbox;
    private final Ids ids;
    private final InstantSource clock;

    Titles(TitleRepository titles, KnownTitles known, Media media, Outbox outbox, Ids ids, InstantSource clock) {
        this.titles = titles;
        this.known = known;
        this.media = media;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    Optional<Title> find(String id) {
        return titles.find(id);
    }

    Title get(String id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    Page<Title> list(int limit, @Nullable String after, WantedTitles wanted) {
        var state = wanted.state() == null ? null : wanted.state().name();
        var rows = titles.page(Cursor.read(Title.PREFIX, after), state, wanted.externalId(), wanted.rated(), limit + 1);
        return Page.of(rows, limit, Title::id);
    }

    @Transactional
    Title create(TitlePatch wanted) {
        var title = Title.draft(ids.next(Title.PREFIX), wanted, clock.instant());
        demandSound(null, title);
        return titles.save(title);
    }

    @Transactional
    Title change(String id, @Nullable String ifMatch, UnaryOperator<TitlePatch> edit) {
        var current = lock(id);
        ETag.demand(ifMatch, current.version());
        var patch = edit.apply(TitlePatch.of(current));
        var wanted = current.with(patch.with(patch.access().after(current.access())), clock.instant());
        demandSound(current, wanted);
        if (wanted.isPublished()) {
            demandComplete(wanted);
        }
        var changed = update(wanted);
        outbox.add(new TitleChanged(id, changed.state().name().toLowerCase(Locale.ROOT), changed.version()));
        return changed;
    }

    @Transactional
    Title publish(String id) {
        var current = lock(id);
        if (current.isPublished()) {
            return current;
        }
        demandComplete(current);
        var title = update(current.published(clock.instant()));
        outbox.add(new TitlePublished(
                id,
                title.kind().name().toLowerCase(Locale.ROOT),
                Objects.requireNonNull(title.assetId()),
                title.version()));
        return title;
    }

    @Transactional
    void unpublish(String id) {
        withdraw(lock(id), "requested");
    }

    /// What plays nothing any more is not shown as if it did.
    @Transactional
    void assetGone(String assetId) {
        titles.lockAllOf(assetId).forEach(it -> withdraw(it, "asset-deleted"));
    }

    @Transactional
    void delete(String id) {
        titles.delete(lock(id));
        known.changes(id);
        outbox.add(new TitleDeleted(id));
    }

    private void withdraw(Title current, String reason) {
        if (current.isPublished()) {
            var title = update(current.unpublished(clock.instant()));
            outbox.add(new TitleUnpublished(title.id(), reason, title.version()));
        }
    }

    private Title update(Title title) {
        known.changes(title.id());
        return titles.update(title);
    }

    private Title lock(String id) {
        return titles.lock(id).orElseThrow(() -> unknown(id));
    }

    private void demandSound(@Nullable Title before, Title title) {
        var faults = new ArrayList<>(TitleRules.check(TitlePatch.of(title)));
        var asset = title.assetId();
        var isNew = before == null || !Objects.equals(before.assetId(), asset);
        if (asset != null && isNew && !media.exists(asset)) {
            faults.add(new FieldError("/assetId", "is no asset of this environment"));
        }
        if (!faults.isEmpty()) {
            throw new Rejected("http.request.invalid", "Some fields break a rule; see errors", faults);
        }
        demandFree(title);
    }

    private void demandFree(Title title) {
        var externalId = title.externalId();
        if (externalId == null) {
            return;
        }
        titles.beAlone(externalId);
        if (titles.externalIdTaken(externalId, title.id())) {
            throw new Conflict("catalog.title.external-id-taken", "Another title has the externalId " + externalId);
        }
    }

    private void demandComplete(Title title) {
        var missing = new ArrayList<FieldError>();
        if (title.texts().isEmpty()) {
            missing.add(new FieldError("/texts", "has no name in any language"));
        }
        var asset = title.assetId();
        if (asset == null) {
            missing.add(new FieldError("/assetId", "is missing"));
        } else if (media.playable(asset).isEmpty()) {
            missing.add(new FieldError("/assetId", "is not ready to be played"));
        }
        if (!missing.isEmpty()) {
            throw new Conflict(
                    "catalog.title.incomplete", "A published title lacks nothing; see errors", List.copyOf(missing));
        }
    }

    private static NotFound unknown(String id) {
        return new NotFound("catalog.title.unknown", "title " + id);
    }
}
