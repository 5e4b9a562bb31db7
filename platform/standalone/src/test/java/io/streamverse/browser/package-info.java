/// What viewers' players make of our manifests: shaka-player, hls.js and dash.js in headless Chromium.
@NullMarked
package io.streamverse.browser;

import org.jspecify.annotations.NullMarked;
