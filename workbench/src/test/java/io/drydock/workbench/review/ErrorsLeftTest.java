package io.drydock.workbench.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.core.metric.Measured;
import io.drydock.workbench.review.ErrorsLeft.Basis;
import io.drydock.workbench.review.ErrorsLeft.Estimate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ErrorsLeftTest {
    private static final long SLOW_MILLIS = 120;

    private final AtomicLong decisions = new AtomicLong();
    private final AtomicInteger estimates = new AtomicInteger();

    @Test
    void anEstimateIsMadeOncePerDecision() {
        ErrorsLeft left = new ErrorsLeft(this::basis, () -> made(0));

        for (int look = 0; look < 20; look++) {
            assertThat(left.now()).isEqualTo(new Estimate(errors(100), true));
        }
        decisions.incrementAndGet();
        assertThat(left.now()).isEqualTo(new Estimate(errors(99), true));
        assertThat(estimates).hasValue(2);
    }

    @Test
    void whileTheNextIsWorkedOutTheOneBeforeIsMarkedAsSuch() throws InterruptedException {
        ErrorsLeft left = new ErrorsLeft(this::basis, () -> made(SLOW_MILLIS));
        left.now();
        decisions.incrementAndGet();

        assertThat(left.now()).isEqualTo(new Estimate(errors(100), false));
        Estimate next = left.now();
        while (!next.current()) {
            assertThat(next.errors()).isEqualTo(errors(100));
            Thread.sleep(5);
            next = left.now();
        }
        for (int look = 0; look < 20; look++) {
            assertThat(left.now()).isEqualTo(new Estimate(errors(99), true));
        }
    }

    @Test
    void aDecisionInTheMidstOfAnEstimateIsTakenIn() {
        ErrorsLeft left = new ErrorsLeft(this::basis, () -> {
            Optional<LeftErrors> before = made(0);
            if (estimates.get() == 1) {
                decisions.incrementAndGet();
            }
            return before;
        });

        assertThat(left.now()).isEqualTo(new Estimate(errors(99), true));
    }

    @Test
    void otherProbabilitiesOrFindingsAreAnotherBasis() {
        assertThat(new Basis(1, 1, 1, "a"))
                .isNotEqualTo(new Basis(1, 1, 1, "b"))
                .isNotEqualTo(new Basis(1, 1, 2, "a"));
    }

    private Basis basis() {
        return new Basis(decisions.get(), 1, 1, "");
    }

    private Optional<LeftErrors> made(long millis) {
        Optional<LeftErrors> errors = errors(100 - decisions.get());
        estimates.incrementAndGet();
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return errors;
    }

    private static Optional<LeftErrors> errors(double value) {
        return Optional.of(new LeftErrors(new Measured(value, value - 1, value + 1), false, 0, 0));
    }
}
