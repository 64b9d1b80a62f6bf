package io.drydock.workbench.map;

import io.drydock.core.data.ClassList;
import io.drydock.core.split.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the colors of a map mean. */
public enum MapColoring {
    /** Class by label; images to be predicted apart. */
    CLASS {
        @Override
        public List<String> groups(ClassList classes) {
            List<String> groups = new ArrayList<>(classes.names());
            groups.add("to predict");
            return groups;
        }

        @Override
        public int group(MapPoint point, ClassList classes) {
            return point.image().label().orElse(classes.size());
        }

        @Override
        public int color(int group, ClassList classes) {
            return group == classes.size() ? GRAY : group < GRAY ? group : group + 1;
        }
    },
    /** Train, valid or test; labelled before there is a split. */
    PART {
        @Override
        public List<String> groups(ClassList classes) {
            return List.of("train", "valid", "test", "labelled");
        }

        @Override
        public int group(MapPoint point, ClassList classes) {
            return point.image().part().map(Part::ordinal).orElse(UNDIVIDED);
        }

        @Override
        public int color(int group, ClassList classes) {
            return group == UNDIVIDED ? 0 : group;
        }
    },
    /** Whether the prediction agrees with the label. */
    CORRECT {
        @Override
        public List<String> groups(ClassList classes) {
            return List.of("predicted as labelled", "predicted otherwise", "no label or no prediction");
        }

        @Override
        public int group(MapPoint point, ClassList classes) {
            if (point.image().label().isEmpty() || point.predicted().isEmpty()) {
                return 2;
            }
            return point.image().label().equals(point.predicted()) ? 0 : 1;
        }

        @Override
        public int color(int group, ClassList classes) {
            return group == 2 ? GRAY : group;
        }
    };

    /** Palette position of gray. */
    private static final int GRAY = 6;

    /** Group of images that no split divides; the pool is not on the map. */
    private static final int UNDIVIDED = 3;

    /** Names of the groups. */
    public abstract List<String> groups(ClassList classes);

    /** Group of a point, as a position in {@link #groups}. */
    public abstract int group(MapPoint point, ClassList classes);

    /** Palette position of a group. */
    public abstract int color(int group, ClassList classes);

    /** Lower-case name for files and options. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
