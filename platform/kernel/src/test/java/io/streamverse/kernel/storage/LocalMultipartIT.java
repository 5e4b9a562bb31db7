package io.streamverse.kernel.storage;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

class LocalMultipartIT extends MultipartContractTest {
    @TempDir
    private Path folder;

    @Override
    ObjectStore store() {
        return new LocalObjectStore(folder, LocalObjectStoreIT.SECRET, InstantSource.system());
    }
}
