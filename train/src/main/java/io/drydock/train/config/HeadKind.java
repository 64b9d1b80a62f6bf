package io.drydock.train.config;

/** What stands on the pooled body. */
public enum HeadKind {
    /** fast.ai's: maximum and average pool, batch norm, dropout, hidden linear, ReLU, batch norm, dropout, linear. */
    CONCAT_POOL,
    /** Average pool, dropout, one linear layer: loads into timm as it is. */
    LINEAR
}
