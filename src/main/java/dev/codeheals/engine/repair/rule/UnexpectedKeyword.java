package dev.codeheals.engine.repair.rule;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A call with a keyword argument its callee does not know.
record UnexpectedKeyword(String keyword, CallSite site) {
    static final Pattern HINT = Pattern.compile("Did you mean '?(\\w+)'?");
    private static final Pattern NAMED = Pattern.compile("([\\w.<>]+)\\(\\) got an unexpected keyword argument '(\\w+)'");
    private static final Pattern INVALID = Pattern.compile("'(\\w+)' is an invalid keyword argument for (?:this function|([\\w.]+)\\(\\))");

    static Optional<UnexpectedKeyword> of(Fault fault) {
        Optional<Matcher> named = fault.says("TypeError", NAMED);
        if (named.isPresent()) {
            return CallSite.of(fault, named.get().group(1).replace("<locals>.", "")).map(s -> new UnexpectedKeyword(named.get().group(2), s)).filter(UnexpectedKeyword::isHere);
        }
        Optional<Matcher> invalid = fault.says("TypeError", INVALID);
        return invalid.flatMap(m -> CallSite.of(fault, m.group(2) == null ? "" : m.group(2)).map(s -> new UnexpectedKeyword(m.group(1), s))).filter(UnexpectedKeyword::isHere);
    }

    private boolean isHere() {
        return site.keyword(keyword).isPresent();
    }
}
