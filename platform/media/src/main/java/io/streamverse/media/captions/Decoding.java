package io.streamverse.media.captions;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Bytes as text: UTF-8, UTF-16 where a byte order mark says so, and, for SRT, what old tools wrote.
final class Decoding {
    private static final Charset OLD = Charset.forName("windows-1252");

    private Decoding() {}

    static String text(byte[] bytes, Format format) {
        if (begins(bytes, 0xfe, 0xff)) {
            return strict(bytes, 2, StandardCharsets.UTF_16BE);
        }
        if (begins(bytes, 0xff, 0xfe)) {
            return strict(bytes, 2, StandardCharsets.UTF_16LE);
        }
        int mark = begins(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0;
        try {
            return decoded(bytes, mark, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            if (format == Format.SRT && mark == 0) {
                return strict(bytes, 0, OLD);
            }
            throw Faults.of(lineOf(bytes), "is not text in UTF-8");
        }
    }

    private static String strict(byte[] bytes, int from, Charset charset) {
        try {
            return decoded(bytes, from, charset);
        } catch (CharacterCodingException e) {
            throw Faults.of(0, "is not text in " + charset.name());
        }
    }

    private static String decoded(byte[] bytes, int from, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                .toString();
    }

    /// Of the first byte that is no UTF-8.
    private static int lineOf(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        decoder.decode(in, out, true);
        int line = 1;
        for (int i = 0; i < in.position(); i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
