package io.streamverse.worker.work;

import io.streamverse.media.work.Done;
import io.streamverse.media.work.Work;

/// Does one kind of work. May be stopped at any moment and run again elsewhere.
public interface Runner<W extends Work> {
    Class<W> kind();

    Done run(W work, Desk desk) throws WorkFailure, InterruptedException;
}
