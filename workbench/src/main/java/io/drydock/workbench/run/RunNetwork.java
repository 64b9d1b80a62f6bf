package io.drydock.workbench.run;

import io.drydock.core.error.WorkspaceException;
import io.drydock.network.Model;
import io.drydock.network.graph.Network;
import io.drydock.network.rewrite.ReplaceHead;
import io.drydock.network.timm.ModelFile;
import io.drydock.network.zoo.ModelZoo;
import io.drydock.workspace.run.RunFolder;
import java.nio.file.Files;

/** A run's network as a value and its trained weights, unfolded. Safe for use by many threads. */
public final class RunNetwork {
    /** Name of fast.ai's head in run.json. */
    public static final String CONCAT_POOL = "concat_pool";
    /** Name of the plain head in run.json. */
    public static final String LINEAR = "linear";

    private RunNetwork() {}

    /** The network with the head that the run was trained with. */
    public static Network of(RunCard card) {
        Network backbone = ModelZoo.create(card.model());
        int classes = card.classes().size();
        return card.head().equals(LINEAR)
                ? ReplaceHead.linear(backbone, classes)
                : ReplaceHead.concatPool(backbone, classes);
    }

    /**
     * The network with the weights of the run's folder.
     *
     * @throws WorkspaceException if the run has none yet
     */
    public static Model read(RunFolder run, RunCard card) {
        if (!Files.isRegularFile(run.safetensors())) {
            throw new WorkspaceException("Run " + run.name() + " has no weights yet: it did not come to its end."
                    + " Take it up by drydock resume " + run.id() + ".");
        }
        return ModelFile.read(run.safetensors(), of(card));
    }
}
