package dev.codeheals.engine.repair.rule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns module names in new text into what the file calls them, adding imports to the draft for those it lacks.
record WrittenModules(Fault fault, Draft draft, @Nullable String owner, String receiver) {
    private static final Pattern MARKED = Pattern.compile("(?<![\\w.'\"])([a-zA-Z_][\\w.]*):(?=[A-Za-z_])");
    private static final Pattern DOTTED = Pattern.compile("(?<![\\w.'\"$)\\]])[a-zA-Z_]\\w*(?:\\.[a-zA-Z_]\\w*)+");

    String in(String text) {
        String marked = MARKED.matcher(text).replaceAll(m -> Matcher.quoteReplacement(ModuleReference.made(fault, m.group(1), draft) + "."));
        return owner == null ? marked : DOTTED.matcher(marked).replaceAll(m -> Matcher.quoteReplacement(dotted(m.group(), owner)));
    }

    private String dotted(String name, String module) {
        if (name.startsWith(module + ".")) {
            return receiver + name.substring(module.length());
        }
        String prefix = name.substring(0, name.lastIndexOf('.'));
        while (prefix.indexOf('.') > 0 && !isModule(prefix)) {
            prefix = prefix.substring(0, prefix.lastIndexOf('.'));
        }
        return isModule(prefix) ? ModuleReference.made(fault, prefix, draft) + name.substring(prefix.length()) : name;
    }

    private boolean isModule(String name) {
        String top = name.indexOf('.') < 0 ? name : name.substring(0, name.indexOf('.'));
        return Stdlib.tables().isModule(name, fault.python().minor()) || fault.python().distributions().contains(top);
    }
}
