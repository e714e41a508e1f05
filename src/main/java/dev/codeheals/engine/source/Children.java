package dev.codeheals.engine.source;

import java.util.List;

/// The direct children of each kind of node.
final class Children {
    private Children() {}

    static List<Node> of(Node node) {
        return List.of();
    }
}
