package io.streamverse.sdk;

/** Hears how far an upload is. Called by the thread that sends, so it should not take long. */
@FunctionalInterface
public interface UploadProgress {
    /**
     * More was sent.
     *
     * @param sent bytes that are sent; after a broken connection this may go back
     * @param total bytes of the file
     */
    void sent(long sent, long total);
}
