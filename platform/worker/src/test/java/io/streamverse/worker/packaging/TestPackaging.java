package io.streamverse.worker.packaging;

import io.streamverse.media.work.Work;
import io.streamverse.worker.tools.TestTools;
import io.streamverse.worker.work.Runner;

public final class TestPackaging {
    private TestPackaging() {}

    public static Runner<Work.Pack> runner() {
        return new PackRunner(TestTools.tools());
    }
}
