package dev.codeheals.engine.repair.search;

import java.util.function.Consumer;

/// One family of small changes. Keeps no state.
interface EditOperator {

    /// Lower-case words joined by hyphens: "comparison".
    String id();

    /// Offers every change of this family at the site.
    void offer(Site site, Consumer<Edit> edits);
}
