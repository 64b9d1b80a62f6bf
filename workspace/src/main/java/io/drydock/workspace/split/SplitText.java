package io.drydock.workspace.split;

import io.drydock.core.split.Part;
import io.drydock.core.split.Split;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The file of a split as text. */
final class SplitText {
    private SplitText() {}

    static String write(Split split, Map<String, String> labels) {
        StringBuilder text = new StringBuilder("image,label,part,fold\n");
        split.parts().forEach((image, part) -> {
            text.append(quoted(image)).append(',').append(quoted(labels.getOrDefault(image, "")));
            text.append(',').append(part.key()).append(',');
            split.fold(image).ifPresent(text::append);
            text.append('\n');
        });
        return text.toString();
    }

    private static String quoted(String field) {
        return '"' + field.replace("\"", "\"\"") + '"';
    }

    static Split read(String text, Split empty) {
        Map<String, Part> parts = new TreeMap<>();
        Map<String, Integer> folds = new TreeMap<>();
        text.lines().skip(1).forEach(line -> {
            int fold = line.lastIndexOf(',');
            int part = line.lastIndexOf(',', fold - 1);
            int end = 1;
            while (line.charAt(end) != '"' || line.charAt(end + 1) == '"') {
                end += line.charAt(end) == '"' ? 2 : 1;
            }
            String image = line.substring(1, end).replace("\"\"", "\"");
            parts.put(image, Part.valueOf(line.substring(part + 1, fold).toUpperCase(Locale.ROOT)));
            if (fold < line.length() - 1) {
                folds.put(image, Integer.parseInt(line.substring(fold + 1)));
            }
        });
        return new Split(
                empty.number(),
                empty.seed(),
                empty.validShare(),
                empty.groupBy(),
                empty.journalPosition(),
                empty.dataSha256(),
                parts,
                folds);
    }
}
