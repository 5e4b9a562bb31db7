package io.streamverse.worker.corpus;

import io.streamverse.worker.tools.Tools;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Clips with captions inside.
final class Subtitled {
    private static final String FILM = Recipes.H264 + " " + Recipes.AAC + " -t 4 -map 0 -map 1";
    private static final String BROKEN = "1\n00:00:00,500 --> 00:00:01,500\n" + "Too much. ".repeat(200) + "\n";

    private Subtitled() {}

    static Corpus.Recipe asText() {
        return file -> {
            var text = Files.writeString(file.resolveSibling("text.srt"), Recipes.CAPTIONS);
            Recipes.made(
                            List.of(Scene.picture(320, 180, "30"), Scene.sound(), input(text)),
                            FILM + " -map 2 -c:s mov_text -metadata:s:s:0 language=deu")
                    .cook(file);
            Files.delete(text);
        };
    }

    static Corpus.Recipe inEveryWay() {
        return file -> {
            var text = Files.writeString(file.resolveSibling("text.srt"), Recipes.CAPTIONS);
            var broken = Files.writeString(file.resolveSibling("broken.srt"), BROKEN);
            var drawn = Files.write(file.resolveSibling("drawn.sup"), drawn());
            var inputs = new ArrayList<>(List.of(Scene.picture(320, 180, "30"), Scene.sound()));
            inputs.addAll(List.of(input(text), input(text), input(text), input(text), input(broken), input(drawn)));
            Recipes.made(
                            inputs,
                            FILM + " -map 2 -map 3 -map 4 -map 5 -map 6 -map 7 -output_ts_offset 100"
                                    + " -c:s:0 srt -metadata:s:s:0 language=eng -disposition:s:0 hearing_impaired"
                                    + " -metadata:s:s:0 title=English" + " -c:s:1 ass -metadata:s:s:1 language=ger"
                                    + " -c:s:2 webvtt -metadata:s:s:2 language=fre"
                                    + " -c:s:3 srt -metadata:s:s:3 language=eng -disposition:s:3 forced"
                                    + " -c:s:4 srt -metadata:s:s:4 language=spa"
                                    + " -c:s:5 copy -metadata:s:s:5 language=jpn")
                    .cook(file);
            for (var made : List.of(text, broken, drawn)) {
                Files.delete(made);
            }
        };
    }

    private static List<String> input(Path file) {
        return List.of("-i", Tools.file(file));
    }

    /// Two screens of a Blu-ray with nothing on them.
    private static byte[] drawn() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        for (int screen = 0; screen < 2; screen++) {
            segment(out, screen, 0x16, new byte[] {1, 64, 0, (byte) 180, 16, 0, (byte) screen, (byte) 128, 0, 0, 0});
            segment(out, screen, 0x80, new byte[0]);
        }
        return bytes.toByteArray();
    }

    private static void segment(DataOutputStream out, int second, int kind, byte[] body) throws IOException {
        out.writeBytes("PG");
        out.writeInt(90_000 * (second + 1));
        out.writeInt(0);
        out.writeByte(kind);
        out.writeShort(body.length);
        out.write(body);
    }
}
