package dev.codeheals.engine.repair.model;

/// A reply, or a part of it, that cannot become an edit. The message tells the model what to correct; it quotes nothing but the reply.
final class UnusableReply extends Exception {
    private static final long serialVersionUID = 1;
    private final String fault;

    UnusableReply(String fault) {
        super(fault, null, false, false);
        this.fault = fault;
    }

    String fault() {
        return fault;
    }
}
