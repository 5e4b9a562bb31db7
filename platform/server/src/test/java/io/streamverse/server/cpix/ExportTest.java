package io.streamverse.server.cpix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.kernel.problem.Rejected;
import io.streamverse.media.plan.Protection;
import io.streamverse.media.protection.KeyTier;
import io.streamverse.media.work.ContentKey;
import io.streamverse.server.drm.CpixRecipient;
import io.streamverse.server.keyring.TieredKey;
import io.streamverse.server.media.PlayableAsset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportTest {
    private static final TieredKey SD =
            new TieredKey(new ContentKey("01".repeat(16), "ab".repeat(16), "cd".repeat(16)), KeyTier.SD);
    private static final TieredKey AUDIO =
            new TieredKey(new ContentKey("02".repeat(16), "ef".repeat(16), "cd".repeat(16)), KeyTier.AUDIO);
    private static final PlayableAsset ASSET =
            new PlayableAsset("ast_1", 1, 1000, Protection.CBCS, "01".repeat(16), "index", List.of(), null, List.of());

    @Test
    void theRecipientReadsTheKeysAndNobodyElse() throws Exception {
        var xml = new Export(ASSET, List.of(SD, AUDIO)).to(new CpixRecipient("packager", Packager.certificate()));

        assertThat(xml).doesNotContain("PlainValue", SD.key().key());
        var document = Packager.parse(xml);
        assertThat(Packager.keys(document))
                .containsExactly(SD.key().key(), AUDIO.key().key());
        assertThat(document.getDocumentElement().getAttribute("version")).isEqualTo("2.3");
        assertThat(Packager.all(document, "ContentKeyUsageRule"))
                .extracting(it -> it.getAttribute("intendedTrackType"))
                .containsExactly("SD", "AUDIO");
        assertThat(Packager.all(document, "DRMSystem")).hasSize(8);
    }

    @Test
    void whatIsNoCertificateIsRefused() {
        assertThatThrownBy(() -> new Export(ASSET, List.of(SD)).to(new CpixRecipient("packager", "bm8=")))
                .isInstanceOf(Rejected.class);
    }
}
