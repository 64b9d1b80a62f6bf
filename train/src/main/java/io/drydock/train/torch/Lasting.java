package io.drydock.train.torch;

import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;

/** Makes native objects that outlive the scope they are made in, while everything made on the way is freed. Safe for use by many threads. */
public final class Lasting {
    private Lasting() {}

    /** What {@code make} returns, to be closed by its owner. */
    public static <P extends Pointer> P of(Supplier<P> make) {
        try (PointerScope scope = new PointerScope()) {
            P made = make.get();
            made.retainReference();
            return made;
        }
    }
}
