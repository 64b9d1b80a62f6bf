package io.drydock.workbench.evaluate;

import io.drydock.core.data.ClassList;
import io.drydock.core.metric.MostConfused.ConfusedPair;
import io.drydock.core.metric.Scores;
import io.drydock.core.metric.TopLosses.TopLoss;
import io.drydock.core.split.Part;
import java.util.List;

/**
 * Scores of one or several runs on one part.
 *
 * @param runs folder names, or names of probability files
 * @param tta views an image, 1 for the plain image
 * @param mix how several runs were combined, in words; empty for one run
 * @param crossFitFolds folds in which the weights of the mix were fitted without the images scored; 0 where none were fitted
 * @param epochChosen whether the epoch of some run was chosen by its score on these very images
 * @param journalPosition position of the label journal whose labels were used
 * @param editedSinceSplit images of the part whose label changed after the split was drawn
 * @param mostConfused most frequent first
 * @param topLosses largest loss first
 * @param notes on the runs' trainings that bear on the scores, a sentence or two each
 * @param unseen classes without an image in train or in valid
 * @param report path of the page, relative to the workspace; empty when none was written
 */
public record Evaluation(
        List<String> runs,
        Part part,
        int tta,
        String mix,
        int crossFitFolds,
        boolean epochChosen,
        long journalPosition,
        int editedSinceSplit,
        ClassList classes,
        Scores scores,
        List<ConfusedPair> mostConfused,
        List<TopLoss> topLosses,
        List<String> notes,
        UnseenClasses unseen,
        String report) {
    public Evaluation {
        runs = List.copyOf(runs);
        mostConfused = List.copyOf(mostConfused);
        topLosses = List.copyOf(topLosses);
        notes = List.copyOf(notes);
    }

    /** One sentence on the labels that the scores rest on. */
    public String labelNote() {
        if (editedSinceSplit == 0) {
            return "Labels as they were when the split was drawn.";
        }
        return editedSinceSplit + (editedSinceSplit == 1 ? " label" : " labels")
                + " of this part changed after the split was drawn: the score is not comparable with one on the old labels.";
    }
}
