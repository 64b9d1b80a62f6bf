package io.drydock.network.weights;

import io.drydock.core.text.VisibleText;
import java.util.List;

/** How weights differ from what a network needs: names without a tensor, tensors without a place, wrong shapes. */
public record Differences(List<String> missing, List<String> unexpected, List<String> misshapen) {
    public Differences {
        missing = List.copyOf(missing);
        unexpected = List.copyOf(unexpected);
        misshapen = List.copyOf(misshapen);
    }

    public boolean none() {
        return missing.isEmpty() && unexpected.isEmpty() && misshapen.isEmpty();
    }

    /** One line that counts, then every difference on a line of its own. */
    String message(String source, String model) {
        StringBuilder text = new StringBuilder(String.format(
                "%s do%s not fit %s: %d tensors missing%s, %d unexpected%s, %d of another shape%s."
                        + " Use the --model that they were made for, or other weights.",
                source,
                source.startsWith("The ") ? "" : "es",
                model,
                missing.size(),
                first(missing),
                unexpected.size(),
                first(unexpected),
                misshapen.size(),
                first(misshapen)));
        missing.forEach(name -> text.append("\n  missing: ").append(name));
        unexpected.forEach(name -> text.append("\n  unexpected: ").append(VisibleText.of(name)));
        misshapen.forEach(line -> text.append("\n  shape: ").append(line));
        return text.toString();
    }

    private static String first(List<String> lines) {
        return lines.isEmpty() ? "" : " (first: " + VisibleText.of(lines.get(0)) + ")";
    }
}
