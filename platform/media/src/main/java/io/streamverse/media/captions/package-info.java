/// Captions that somebody brings: read strictly, refused with line numbers, written as plain WebVTT in which nothing
/// but text, its marks and its place is left. Front door: Captions.
@NullMarked
package io.streamverse.media.captions;

import org.jspecify.annotations.NullMarked;
