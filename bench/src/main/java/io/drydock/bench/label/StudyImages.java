package io.drydock.bench.label;

import io.drydock.core.data.ClassLabel;
import io.drydock.core.data.ClassList;
import io.drydock.core.data.Dataset;
import io.drydock.core.data.LabeledImage;
import io.drydock.workbench.Progress;
import io.drydock.workbench.feature.Encoder;
import io.drydock.workbench.issue.ProbeChoice;
import io.drydock.workbench.issue.ProbeImages;
import io.drydock.workbench.issue.WorkspaceProbe;
import io.drydock.workspace.Workspace;
import java.util.List;
import java.util.Map;

/**
 * The labelled images of a workspace as they were imported, ready for both probes.
 *
 * @param classes of the workspace
 * @param truth [n] labels as imported, which stand for the truth
 * @param audit inputs and folds of the label audit
 * @param single inputs and folds of one plain model: the bundled backbone at 140x210, one view
 */
record StudyImages(ClassList classes, int[] truth, ProbeImages audit, ProbeImages single) {
    static StudyImages of(Workspace workspace, Progress progress) {
        Dataset imported = workspace.dataset(1);
        ProbeImages audit = new WorkspaceProbe(workspace, ProbeChoice.STANDARD).ready(imported, Map.of(), progress);
        ProbeChoice one = new ProbeChoice(List.of(Encoder.standard()), 5, 1, false, ProbeChoice.STANDARD.seed());
        ProbeImages single = new WorkspaceProbe(workspace, one).ready(audit.data(), Map.of(), progress);
        int[] truth =
                audit.data().images().stream().mapToInt(LabeledImage::label).toArray();
        return new StudyImages(imported.classes(), truth, audit, single);
    }

    int size() {
        return truth.length;
    }

    List<String> names() {
        return classes.classes().stream().map(ClassLabel::name).toList();
    }
}
