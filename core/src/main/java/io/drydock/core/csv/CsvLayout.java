package io.drydock.core.csv;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the rows of a CSV are laid out.
 *
 * @param separator between values
 * @param separatorLine whether the first line only names the separator, as Excel writes it: {@code sep=;}
 * @param header whether the first row names the columns
 */
public record CsvLayout(char separator, boolean separatorLine, boolean header) {
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("\\A\\s*\"?sep=(.)\"?[ \\t,;]*(\\r\\n|\\r|\\n|\\z)", Pattern.CASE_INSENSITIVE);
    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int ROWS = 20;

    /** The layout of a text: as its first line or the options say, else recognized. */
    static CsvLayout of(String text, CsvOptions options) {
        Matcher line = SEPARATOR_LINE.matcher(text);
        if (line.find()) {
            return new CsvLayout(line.group(1).charAt(0), true, options.header());
        }
        Optional<Character> told = options.separator().filter(character -> text.indexOf(character) >= 0);
        return new CsvLayout(told.orElseGet(() -> recognized(text)), false, options.header());
    }

    /** Rows above the first row of values. */
    int rowsAbove() {
        return (separatorLine ? 1 : 0) + (header ? 1 : 0);
    }

    /** The separator by which most of the first rows have as many values as the first; then the one with more of them. */
    private static char recognized(String text) {
        char best = ',';
        double bestShare = 0;
        int bestFields = 1;
        for (char candidate : CANDIDATES) {
            if (text.indexOf(candidate) < 0) {
                continue;
            }
            List<Integer> counts = CsvSpan.first(text, candidate, ROWS).stream()
                    .filter(span -> !span.isBlank(text))
                    .map(span -> span.fields().size())
                    .toList();
            int fields = counts.isEmpty() ? 0 : counts.get(0);
            double share = fields < 2
                    ? 0
                    : (double) counts.stream().filter(count -> count == fields).count() / counts.size();
            if (share > bestShare || (share == bestShare && share > 0 && fields > bestFields)) {
                best = candidate;
                bestShare = share;
                bestFields = fields;
            }
        }
        return best;
    }
}
