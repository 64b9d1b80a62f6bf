package io.drydock.explore.cue;

import io.drydock.core.metric.Measured;
import io.drydock.core.metric.ShareInterval;

/**
 * What one measure told about the classes of images that its bins had not counted.
 *
 * @param right images whose class was answered
 * @param onlyBin those of them that are not of the largest class
 * @param onlyLargest images of the largest class for which another was answered
 * @param recalled [classes] images whose class had the best odds over its base rate
 * @param sizes [classes] images
 */
record Told(int right, int onlyBin, int onlyLargest, int[] recalled, int[] sizes) {
    static int[] sizes(int[] labels, int classes) {
        int[] sizes = new int[classes];
        for (int label : labels) {
            sizes[label]++;
        }
        return sizes;
    }

    int size() {
        int size = 0;
        for (int ofClass : sizes) {
            size += ofClass;
        }
        return size;
    }

    double accuracy() {
        return (double) right / size();
    }

    /** Mean over classes of the share recalled. */
    double meanRecall() {
        double sum = 0;
        int present = 0;
        for (int c = 0; c < sizes.length; c++) {
            if (sizes[c] > 0) {
                sum += (double) recalled[c] / sizes[c];
                present++;
            }
        }
        return sum / Math.max(1, present);
    }

    /**
     * Accuracy beyond that of the largest class.
     *
     * @param reach standard errors of the interval to each side
     */
    Measured gain(double reach) {
        double n = Math.max(1, size());
        double mean = (onlyBin - onlyLargest) / n;
        double variance = ((onlyBin + onlyLargest) / n - mean * mean) / Math.max(1, n - 1);
        double error = reach * Math.sqrt(variance);
        return new Measured(mean, mean - error, mean + error);
    }

    /** The mean recall, with the interval that follows from Wilson's for each class (Zou and Donner, 2008). */
    Measured balanced(double reach) {
        double below = 0;
        double above = 0;
        int present = 0;
        for (int c = 0; c < sizes.length; c++) {
            if (sizes[c] > 0) {
                Measured recall = ShareInterval.wilson(recalled[c], sizes[c], reach);
                below += (recall.value() - recall.low()) * (recall.value() - recall.low());
                above += (recall.high() - recall.value()) * (recall.high() - recall.value());
                present++;
            }
        }
        double mean = meanRecall();
        int shares = Math.max(1, present);
        return new Measured(
                mean, Math.max(0, mean - Math.sqrt(below) / shares), Math.min(1, mean + Math.sqrt(above) / shares));
    }
}
