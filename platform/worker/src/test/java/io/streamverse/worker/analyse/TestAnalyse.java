package io.streamverse.worker.analyse;

import io.streamverse.media.work.Work;
import io.streamverse.worker.tools.TestTools;
import io.streamverse.worker.work.Runner;

public final class TestAnalyse {
    private TestAnalyse() {}

    public static Runner<Work.Analyse> runner() {
        return new Analyst(TestTools.tools());
    }
}
