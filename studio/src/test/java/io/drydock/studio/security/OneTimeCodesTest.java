package io.drydock.studio.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.drydock.studio.security.OneTimeCodes.Answer;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneTimeCodesTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final OneTimeCodes codes = new OneTimeCodes(now::get);

    @Test
    void aCodeAdmitsOnce() {
        String code = codes.next();

        assertThat(codes.spend(code)).isEqualTo(Answer.ADMITTED);
        assertThat(codes.spend(code)).isEqualTo(Answer.USED);
        assertThat(codes.spend(code)).isEqualTo(Answer.USED);
    }

    @Test
    void aCodeAdmitsForAShortTimeOnly() {
        String inTime = codes.next();
        String late = codes.next();

        now.updateAndGet(start -> start.plus(OneTimeCodes.LIFE).minusSeconds(1));
        assertThat(codes.spend(inTime)).isEqualTo(Answer.ADMITTED);
        now.updateAndGet(start -> start.plusSeconds(1));
        assertThat(codes.spend(late)).isEqualTo(Answer.EXPIRED);
        assertThat(codes.spend(late)).isEqualTo(Answer.EXPIRED);
    }

    @Test
    void aCodeThatWasNeverMadeAdmitsNobody() {
        codes.next();

        assertThat(codes.spend("")).isEqualTo(Answer.UNKNOWN);
        assertThat(codes.spend("0".repeat(48))).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void ofManyWhoBringACodeAtOnceOneIsAdmitted() {
        String code = codes.next();

        assertThat(IntStream.range(0, 64)
                        .parallel()
                        .mapToObj(caller -> codes.spend(code))
                        .filter(Answer.ADMITTED::equals))
                .hasSize(1);
    }
}
