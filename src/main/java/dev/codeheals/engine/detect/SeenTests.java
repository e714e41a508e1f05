package dev.codeheals.engine.detect;

import java.util.LinkedHashMap;
import java.util.Map;

/// The names of tests already reported, as many as fit.
final class SeenTests {
    private static final int MOST = 10_000;

    private final Map<Integer, Boolean> hashes = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Boolean> eldest) {
            return size() > MOST;
        }
    };

    void add(String name) {
        hashes.put(name.hashCode(), Boolean.TRUE);
    }

    boolean contains(String name) {
        return hashes.containsKey(name.hashCode());
    }
}
