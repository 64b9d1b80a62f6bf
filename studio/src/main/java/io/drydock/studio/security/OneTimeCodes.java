package io.drydock.studio.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Codes for an address that others may see, such as an argument of the program that opens the browser. Each admits one
 * browser, once and for a short time. Safe for use by many threads.
 */
public final class OneTimeCodes {
    /** How long a code is good for: enough for a browser that starts slowly. */
    public static final Duration LIFE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<String, Code> codes = new ConcurrentHashMap<>();

    public OneTimeCodes(InstantSource clock) {
        this.clock = clock;
    }

    /** What became of a code that a browser brings. */
    enum Answer {
        ADMITTED,
        /** Somebody was admitted by it before. */
        USED,
        EXPIRED,
        UNKNOWN
    }

    private record Code(Instant until, Answer answer) {
        Code presented(Instant now) {
            if (answer != Answer.UNKNOWN) {
                return new Code(until, answer == Answer.ADMITTED ? Answer.USED : answer);
            }
            return new Code(until, now.isBefore(until) ? Answer.ADMITTED : Answer.EXPIRED);
        }
    }

    /** A new code. */
    public String next() {
        String code = AccessToken.random().value();
        codes.put(code, new Code(clock.instant().plus(LIFE), Answer.UNKNOWN));
        return code;
    }

    /** Uses a code up. */
    Answer spend(String code) {
        Code now = codes.computeIfPresent(code, (key, known) -> known.presented(clock.instant()));
        return now == null ? Answer.UNKNOWN : now.answer();
    }
}
