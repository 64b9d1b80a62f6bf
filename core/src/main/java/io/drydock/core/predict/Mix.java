package io.drydock.core.predict;

import io.drydock.core.error.ConfigException;
import io.drydock.core.error.DataException;
import io.drydock.core.text.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the probabilities of several models become one answer; always from probabilities, never from class codes. */
public sealed interface Mix {
    /**
     * The answer of all models together, for the images of the first in its order.
     *
     * @throws DataException if they are not about the same images and classes
     * @throws ConfigException if the number of models does not fit
     */
    Probabilities combine(List<Probabilities> models);

    /** One phrase for people: what was done, and on what weights were fitted. */
    String described();

    /** Whether {@link Fit#fit} must come first. */
    default boolean needsFitting() {
        return false;
    }

    /**
     * Refuses a number of models that this way cannot combine, before any of them predicts.
     *
     * @throws ConfigException if there is not one weight a model
     */
    default void checkModels(int models) {}

    /**
     * Reads {@code mean}, {@code vote}, {@code fit} or weights such as {@code 2,1}.
     *
     * @throws ConfigException if the text is none of these
     */
    static Mix parse(String text) {
        String word = text.strip();
        return switch (word) {
            case "mean" -> new Mean();
            case "vote" -> new Vote();
            case "fit" -> new Fit();
            default ->
                Weights.parse(word)
                        .orElseThrow(() -> new ConfigException("\"" + text
                                + "\" is no way to mix models. Write mean, vote, fit, or one weight a model such as 2,1."
                                + Suggestion.didYouMean(word, List.of("mean", "vote", "fit"))));
        };
    }

    /** The plain mean of probabilities. */
    record Mean() implements Mix {
        @Override
        public Probabilities combine(List<Probabilities> models) {
            double[] equal = new double[models.size()];
            Arrays.fill(equal, 1.0);
            return Blend.weighted(models, equal);
        }

        @Override
        public String described() {
            return "mean of probabilities";
        }
    }

    /**
     * The weighted mean of probabilities.
     *
     * @param values one a model, at least 0, not all 0; only their ratios count
     * @param fittedOn what they were fitted on; the score of these weights on that very part would be too good
     */
    record Weights(List<Double> values, Optional<String> fittedOn) implements Mix {
        public Weights {
            values = List.copyOf(values);
            if (values.stream().anyMatch(value -> !(value >= 0) || value.isInfinite())
                    || values.stream().mapToDouble(Double::doubleValue).sum() <= 0) {
                throw new ConfigException("Weights must be 0 or more and not all 0, were " + values + ".");
            }
        }

        static Optional<Mix> parse(String text) {
            List<Double> values = new ArrayList<>();
            for (String part : text.split(",", -1)) {
                try {
                    values.add(Double.parseDouble(part.strip()));
                } catch (NumberFormatException e) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Weights(values, Optional.empty()));
        }

        @Override
        public void checkModels(int models) {
            if (models != values.size()) {
                throw new ConfigException(counted(values.size(), "weight") + " for " + counted(models, "model")
                        + ". Give one weight a model, in the order of the models.");
            }
        }

        private static String counted(int count, String what) {
            return count + " " + what + (count == 1 ? "" : "s");
        }

        @Override
        public Probabilities combine(List<Probabilities> models) {
            checkModels(models.size());
            return Blend.weighted(
                    models, values.stream().mapToDouble(Double::doubleValue).toArray());
        }

        @Override
        public String described() {
            List<String> shares = new ArrayList<>();
            double sum = values.stream().mapToDouble(Double::doubleValue).sum();
            values.forEach(value -> shares.add(String.format(Locale.ROOT, "%.3f", value / sum)));
            return "weights " + String.join(", ", shares)
                    + fittedOn.map(what -> ", fitted on " + what).orElse("");
        }
    }

    /**
     * Majority vote of the most probable classes; among equal votes the larger mean probability wins. The rows are shares
     * of votes, with a millionth of the mean probability to keep that order.
     */
    record Vote() implements Mix {
        @Override
        public Probabilities combine(List<Probabilities> models) {
            return Blend.votes(models);
        }

        @Override
        public String described() {
            return "majority vote, ties to the larger mean probability";
        }
    }

    /** Weights to be fitted on images whose labels are known and that no model was trained on. */
    record Fit() implements Mix {
        /**
         * The weights on the simplex with the least log loss, by expectation maximization (the problem is convex).
         *
         * @param labels given class indexes, one a row of the first model
         * @param on what the images are, such as {@code 797 images of the valid part}
         */
        public Weights fit(List<Probabilities> models, int[] labels, String on) {
            List<Double> values = new ArrayList<>();
            for (double weight : SimplexFit.weights(Blend.aligned(models), labels)) {
                values.add(weight);
            }
            return new Weights(values, Optional.of(on));
        }

        /**
         * Weights for other images, and the answer to these with weights that the image itself had no part in.
         *
         * @param labels given class indexes, one a row of the first model
         * @param groups content of each image; images of one content are left out together
         * @param on what the images are, such as {@code 797 images of the valid part}
         */
        public CrossFit crossFit(List<Probabilities> models, int[] labels, List<String> groups, String on) {
            return CrossFit.of(models, labels, groups, on);
        }

        @Override
        public Probabilities combine(List<Probabilities> models) {
            throw new ConfigException(
                    "Weights must be fitted on labelled images first; none were given. Use mean or weights such as 2,1.");
        }

        @Override
        public String described() {
            return "weights to be fitted";
        }

        @Override
        public boolean needsFitting() {
            return true;
        }
    }
}
