package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.RepairRequest;

/// What all faults of one request share: the request and everything derived from the project's text, computed once on first use.
public final class Scene {
    private final RepairRequest request;

    public Scene(RepairRequest request) {
        this.request = request;
    }

    public RepairRequest request() {
        return request;
    }
}
