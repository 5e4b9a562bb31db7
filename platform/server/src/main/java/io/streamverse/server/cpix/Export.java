package io.streamverse.server.cpix;

import io.streamverse.media.index.Scheme;
import io.streamverse.media.plan.Protection;
import io.streamverse.media.protection.KeyTier;
import io.streamverse.media.protection.Signalling;
import io.streamverse.server.drm.CpixRecipient;
import io.streamverse.server.keyring.TieredKey;
import io.streamverse.server.media.PlayableAsset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A version's keys as a CPIX document, closed for one recipient.
final class Export {
    private final PlayableAsset asset;
    private final List<TieredKey> keys;
    private final XmlOut out = new XmlOut();

    Export(PlayableAsset asset, List<TieredKey> keys) {
        this.asset = asset;
        this.keys = keys;
    }

    String to(CpixRecipient recipient) {
        var envelope = Envelope.to(recipient.certificate());
        out.root(Namespaces.CPIX, "CPIX").with("contentId", asset.assetId()).with("version", "2.3");
        out.begin(Namespaces.CPIX, "DeliveryDataList")
                .begin(Namespaces.CPIX, "DeliveryData")
                .with("id", recipient.name());
        out.delivery(envelope).end().end();
        out.begin(Namespaces.CPIX, "ContentKeyList");
        keys.forEach(it -> key(it, envelope));
        out.end().begin(Namespaces.CPIX, "DRMSystemList");
        keys.forEach(this::systems);
        out.end().begin(Namespaces.CPIX, "ContentKeyUsageRuleList");
        keys.forEach(this::rule);
        return out.end().end().document();
    }

    private void key(TieredKey it, Envelope envelope) {
        out.begin(Namespaces.CPIX, "ContentKey")
                .with("kid", uuid(it))
                .with(
                        "explicitIV",
                        XmlOut.base64(HexFormat.of().parseHex(it.key().iv())))
                .with("commonEncryptionScheme", scheme());
        out.key(it.key().key(), envelope).end();
    }

    private void systems(TieredKey it) {
        var signalling = Signalling.of(it.key().keyId(), "cenc".equals(scheme()) ? Scheme.CENC : Scheme.CBCS);
        for (var system : Systems.ALL) {
            out.begin(Namespaces.CPIX, "DRMSystem").with("kid", uuid(it)).with("systemId", system);
            var values = Systems.values(system, signalling);
            for (var name : List.of("PSSH", "ContentProtectionData")) {
                if (values.containsKey(name)) {
                    out.element(Namespaces.CPIX, name, String.valueOf(values.get(name)));
                }
            }
            out.end();
        }
    }

    private void rule(TieredKey it) {
        var tier = it.tier();
        out.begin(Namespaces.CPIX, "ContentKeyUsageRule")
                .with("kid", uuid(it))
                .with("intendedTrackType", tier == null ? "ALL" : tier.label().toUpperCase(Locale.ROOT));
        if (tier == KeyTier.AUDIO) {
            out.begin(Namespaces.CPIX, "AudioFilter").end();
        } else if (tier != null) {
            out.begin(Namespaces.CPIX, "VideoFilter").end();
        }
        out.end();
    }

    private @Nullable String scheme() {
        return asset.protection() == Protection.BOTH ? null : asset.protection().label();
    }

    private static String uuid(TieredKey it) {
        return Uuids.of(it.key().keyId());
    }
}
