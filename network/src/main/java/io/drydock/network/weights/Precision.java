package io.drydock.network.weights;

/** How wide the numbers of a weight file are. */
public enum Precision {
    /** 32-bit floats: exact. */
    F32,
    /** Kernels as 16-bit IEEE floats, rounded to nearest even; vectors such as norm statistics stay exact. Half the size. */
    F16
}
