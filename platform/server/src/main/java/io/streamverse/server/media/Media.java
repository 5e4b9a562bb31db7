package io.streamverse.server.media;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.events.media.AssetCreated;
import io.streamverse.events.media.AssetDeleted;
import io.streamverse.events.media.AssetFailed;
import io.streamverse.kernel.http.Cursor;
import io.streamverse.kernel.http.ETag;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.tenancy.TenantContext;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What happens to an asset. Whoever brings bytes begins or takes an asset, puts the bytes under its `originalKey`, and
/// says in one transaction with what it settles that they `arrived`.
@Singleton
public class Media {
    private final AssetRepository assets;
    private final Versions versions;
    private final Playables playables;
    private final Holdings holdings;
    private final Works works;
    private final Encodes encodes;
    private final Wishes wishes;
    private final Outbox outbox;
    private final InstantSource clock;

    Media(
            AssetRepository assets,
            Versions versions,
            Playables playables,
            Holdings holdings,
            Works works,
            Encodes encodes,
            Wishes wishes,
            Outbox outbox,
            InstantSource clock) {
        this.assets = assets;
        this.versions = versions;
        this.playables = playables;
        this.holdings = holdings;
        this.works = works;
        this.encodes = encodes;
        this.wishes = wishes;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Page<Asset> list(
            int limit, @Nullable String after, @Nullable AssetState state, @Nullable String externalId) {
        var wanted = state == null ? null : state.name();
        var rows = assets.page(Cursor.read(Asset.PREFIX, after), wanted, externalId, limit + 1);
        return Page.of(rows, limit, Asset::id);
    }

    public Asset get(String id) {
        return assets.find(id).orElseThrow(() -> unknown(id));
    }

    public boolean exists(String id) {
        return assets.find(id).isPresent();
    }

    /// The version that players get from now on.
    public Optional<PlayableAsset> playable(String id) {
        return playables.find(id);
    }

    /// One that players may hold addresses of: the one that serves, or one that it has just replaced.
    public Optional<PlayableAsset> playable(String id, int version) {
        return playables.find(id, version);
    }

    /// As `playable`, from memory where it was asked for lately: for who wants to watch it, not for who decides by it
    /// what is written down.
    public Optional<PlayableAsset> watchable(String id) {
        return playables.remembered(id);
    }

    /// In the transaction that changes what players get.
    void changes(String id) {
        playables.changes(id);
    }

    /// Of those that can be played, by id.
    public Map<String, ShownAsset> shown(Collection<String> ids) {
        return playables.shown(ids).stream().collect(Collectors.toMap(ShownAsset::assetId, Function.identity()));
    }

    /// The best comes first, at 0.
    public Optional<ObjectKey> poster(String id, int version, int index) {
        return playables.poster(id, version, index);
    }

    /// One that waits for its bytes.
    @Transactional
    public Asset begin(NewAsset wanted) {
        demandFreeExternalId(wanted.externalId(), _ -> false);
        var asset = assets.save(Asset.waiting(works.assetId(), wanted, clock.instant()));
        versions.begin(asset);
        outbox.add(new AssetCreated(asset.id()));
        return asset;
    }

    /// One whose bytes are pulled from elsewhere; at most that many, which are reserved now.
    @Transactional
    Asset pull(NewAsset wanted, URI url, @Nullable Long maxBytes) {
        var asset = begin(wanted);
        return assets.update(asset.pulling(url.toString(), works.fetch(asset, url, maxBytes)));
    }

    /// This upload may bring its bytes, no other: 409 where another may, or where they are here already.
    @Transactional
    public Asset await(String id, String uploadId) {
        var asset = lock(id);
        var waiting = assets.update(asset.awaiting(uploadId));
        if (waiting.latest() > asset.latest()) {
            versions.begin(waiting);
        }
        return waiting;
    }

    /// Where the bytes that it waits for belong.
    public ObjectKey originalKey(Asset asset) {
        return new ObjectKey(
                "%soriginals/%s/%d".formatted(TenantContext.current().folder(), asset.id(), asset.latest()));
    }

    /// Its bytes are in the store and settled with `Limits` as `original` by the caller, in this transaction.
    @Transactional
    public Asset arrived(String id, Original original) {
        var asset = lock(id);
        versions.arrived(asset, original);
        holdings.hold(asset, Holdings.ORIGINAL, original.key(), original.bytes());
        return assets.update(asset.processing(works.analyse(asset, original)));
    }

    /// Refused (402) where there is no room for it, and then nothing has changed.
    @Transactional
    Asset encodeAgain(String id, EncodeRequest request, @Nullable BigDecimal quoted) {
        var asset = assets.update(lock(id).again());
        versions.again(asset);
        wishes.put(id, request, quoted);
        var job = works.jobId();
        encodes.begin(asset, versions.original(asset), versions.media(id, asset.latest()), job)
                .ifPresent(refusal -> {
                    throw refusal;
                });
        return assets.update(asset.encoding(job));
    }

    /// Makes what players get of its latest version, if there is room for it.
    @Transactional
    void encode(String id) {
        var asset = lock(id);
        var job = works.jobId();
        var refused = encodes.begin(asset, versions.original(asset), versions.media(id, asset.latest()), job);
        if (refused.isPresent()) {
            fail(
                    id,
                    asset.latest(),
                    refused.get().code().startsWith("media.") ? refused.get().code() : "quota.transcode",
                    String.valueOf(refused.get().getMessage()));
        } else {
            assets.update(asset.encoding(job));
        }
    }

    /// Its bytes will not come, or cannot be used. One that is gone or has others meanwhile stays as it is.
    @Transactional
    public void fail(String id, int version, String code, String detail) {
        assets.lock(id).filter(it -> it.latest() == version).ifPresent(asset -> {
            assets.update(asset.failed(code, detail));
            outbox.add(new AssetFailed(id, version, code, detail));
        });
    }

    /// The upload it waits for ended without its bytes. One that is gone or waits for another stays as it is.
    @Transactional
    public void missed(String id, String uploadId, String code, String detail) {
        assets.lock(id)
                .filter(it -> uploadId.equals(it.uploadId()))
                .ifPresent(it -> fail(id, it.latest(), code, detail));
    }

    @Transactional
    Asset change(String id, @Nullable String ifMatch, UnaryOperator<AssetPatch> edit) {
        var current = lock(id);
        ETag.demand(ifMatch, current.version());
        var wanted = current.with(edit.apply(AssetPatch.of(current)));
        demandFreeExternalId(wanted.externalId(), holder -> holder.id().equals(id));
        return assets.update(wanted);
    }

    /// Gone for the tenant, and counted no more, from now on; the objects themselves are swept until none is left.
    @Transactional
    public void delete(String id) {
        var asset = lock(id);
        works.stop(asset);
        holdings.removeAll(asset);
        changes(id);
        assets.update(asset.deleted(clock.instant()));
        outbox.add(new AssetDeleted(id));
    }

    Asset lock(String id) {
        return assets.lock(id).orElseThrow(() -> unknown(id));
    }

    private void demandFreeExternalId(@Nullable String externalId, Predicate<Asset> allowed) {
        if (externalId == null) {
            return;
        }
        assets.findByExternalId(externalId).filter(allowed.negate()).ifPresent(_ -> {
            throw new Conflict("media.asset.external-id-taken", "Another asset has the externalId " + externalId);
        });
    }

    private static NotFound unknown(String id) {
        return new NotFound("media.asset.unknown", "asset " + id);
    }
}
