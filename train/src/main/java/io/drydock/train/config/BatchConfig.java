package io.drydock.train.config;

/**
 * Images a step.
 *
 * @param size images an optimizer step of the unfrozen epochs
 * @param microBatch images a pass, gradients being added up over the batch; 0 for the whole batch at once
 * @param frozenSize images a step of the frozen epochs
 * @param dropLast whether an epoch's last, incomplete batch is left out
 */
public record BatchConfig(int size, int microBatch, int frozenSize, boolean dropLast) {
    public BatchConfig {
        Check.range("batch.size", size, 1, 65536);
        Check.range("batch.microBatch", microBatch, 0, size);
        Check.range("batch.frozenSize", frozenSize, 1, 65536);
    }

    /** Images in one pass. */
    public int pass() {
        return microBatch == 0 ? size : microBatch;
    }
}
