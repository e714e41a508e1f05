package dev.codeheals.engine.breaker;

import static dev.codeheals.engine.breaker.BreakerState.CLOSED;
import static dev.codeheals.engine.breaker.BreakerState.FORCED_OPEN;
import static dev.codeheals.engine.breaker.BreakerState.HALF_OPEN;
import static dev.codeheals.engine.breaker.BreakerState.OPEN;

import java.util.ArrayList;
import java.util.List;

/// The same behaviour in the fewest words: one thread, milliseconds, plain lists. Outcomes are ±(thousandths of confidence + 1), failures negative.
final class ReferenceBreaker {
    BreakerState state = CLOSED;
    List<Integer> window = new ArrayList<>();
    List<Integer> probes = new ArrayList<>();
    int epoch;
    int out;
    int trips;
    long until;
    boolean proven;

    /// Answers "G", "P" or "D", with the epoch.
    String acquire(long now, boolean gold) {
        if (state == OPEN && now >= until) {
            move(HALF_OPEN);
        }
        if (state == OPEN && gold && !proven) {
            proven = true;
            return "P" + epoch;
        }
        if (state == HALF_OPEN && probes.size() + out < 2) {
            out++;
            return "P" + epoch;
        }
        return state == CLOSED ? "G" + epoch : "D";
    }

    void record(String permit, int outcome, long now) {
        if (!permit.equals((state == CLOSED ? "G" : "P") + epoch) || state == FORCED_OPEN) {
            return;
        }
        window.add(outcome);
        if (window.size() > 20) {
            window.removeFirst();
        }
        if (state == CLOSED && window.size() >= 5 && rate(window) >= threshold()) {
            trip(now);
        } else if (state == OPEN) {
            proven = false;
            if (outcome > 0) {
                move(HALF_OPEN);
                probes.add(outcome);
            }
        } else if (state == HALF_OPEN) {
            out--;
            probes.add(outcome);
            if (probes.size() == 2) {
                if (rate(probes) >= threshold()) {
                    trip(now);
                } else {
                    reset();
                }
            }
        }
    }

    void giveBack(String permit) {
        if (permit.equals("P" + epoch)) {
            out -= state == HALF_OPEN ? 1 : 0;
            proven = false;
        }
    }

    void trip(long now) {
        until = now + Math.min(600_000, 30_000L << Math.min(20, trips++));
        move(OPEN);
    }

    void reset() {
        window.clear();
        trips = 0;
        move(CLOSED);
    }

    void move(BreakerState next) {
        state = next;
        probes.clear();
        out = 0;
        proven = false;
        epoch++;
    }

    static double rate(List<Integer> outcomes) {
        return outcomes.stream().filter(o -> o < 0).count() / (double) outcomes.size();
    }

    double threshold() {
        int n = window.size();
        int half = n / 2;
        double older = window.subList(0, half).stream().mapToInt(o -> Math.abs(o) - 1).sum();
        double newer = window.subList(n - half, n).stream().mapToInt(o -> Math.abs(o) - 1).sum();
        return n < 5 ? 0.5 : Math.min(0.7, Math.max(0.35, 0.5 + (newer - older) / (1000 * half) / 2));
    }
}
