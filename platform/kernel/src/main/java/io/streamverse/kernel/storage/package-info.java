/// Objects: bytes under a key, written whole or not at all, read in ranges, handed out by signed address.
/// Front door: ObjectStore, with LocalObjectStore keeping a directory and S3ObjectStore a bucket. Every failure is a
/// StorageException. Owns no business: which tenant may see which key is decided by whoever asks.
@NullMarked
package io.streamverse.kernel.storage;

import org.jspecify.annotations.NullMarked;
