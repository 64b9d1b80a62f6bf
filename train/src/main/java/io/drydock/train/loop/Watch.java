package io.drydock.train.loop;

import io.drydock.core.run.Stage;

/** Speed of the last steps and the time that the rest will take. For one thread at a time. */
final class Watch {
    private static final double FORGET = 0.1;

    private double imagesPerSecond = Double.NaN;
    private double secondsPerPixel = Double.NaN;

    /**
     * Takes in a step.
     *
     * @param pixels of one image, 0 where features are trained on
     */
    void step(int images, long pixels, double seconds) {
        imagesPerSecond = blend(imagesPerSecond, images / seconds);
        if (pixels > 0) {
            secondsPerPixel = blend(secondsPerPixel, seconds / ((double) images * pixels));
        }
    }

    private static double blend(double before, double now) {
        return Double.isNaN(before) ? now : before + FORGET * (now - before);
    }

    double imagesPerSecond() {
        return imagesPerSecond;
    }

    /** Seconds for the unfrozen steps that are left; NaN while none has run. */
    double secondsLeft(Timetable timetable, Position position) {
        if (position.stage() == Stage.FROZEN && timetable.epochs(Stage.UNFROZEN) == 0) {
            long left = timetable.allSteps() - position.steps();
            return left * timetable.batch(Stage.FROZEN) / imagesPerSecond;
        }
        return timetable.pixelsLeft(position) * secondsPerPixel;
    }
}
