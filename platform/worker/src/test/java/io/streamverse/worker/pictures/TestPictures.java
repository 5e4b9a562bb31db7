package io.streamverse.worker.pictures;

import io.streamverse.media.work.Work;
import io.streamverse.worker.tools.TestTools;
import io.streamverse.worker.work.Runner;

public final class TestPictures {
    private TestPictures() {}

    public static Runner<Work.Pictures> runner() {
        return new PicturesRunner(TestTools.tools());
    }
}
