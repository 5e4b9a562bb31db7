package io.streamverse.billing.metering;

import java.util.List;
import java.util.stream.Collectors;

/// RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe in front; a plain number stays one.
final class Csv {
    private static final String DANGEROUS = "=+-@\t\r";

    private Csv() {}

    static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        var safe = isFormula(text) ? "'" + text : text;
        return safe.chars().anyMatch(it -> it == '"' || it == ',' || it == '\n' || it == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 && !text.matches("-[0-9]+([.][0-9]+)?");
    }
}
