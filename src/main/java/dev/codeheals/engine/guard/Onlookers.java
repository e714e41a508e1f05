package dev.codeheals.engine.guard;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Conditions on where, how and by whom the program is run: with them code does one thing while it is tested and another afterwards.
final class Onlookers {
    private static final String WORDS = "a condition on where or how it runs";
    private static final Set<String> PLACES = Set.of("os.getcwd", "os.getcwdb", "pathlib.Path.cwd", "Path.cwd", "os.isatty", "sys.flags", "sys.executable");
    private static final Set<String> STREAMS = Set.of("sys.stdin", "sys.stdout", "sys.stderr");
    private static final Set<String> OF_THE_MODULE = Set.of("__file__", "__debug__", "__package__", "__spec__");
    private static final Set<String> PRESENCE = Set.of("exists", "lexists", "isfile", "isdir", "is_file", "is_dir");
    private static final Pattern TESTS = Pattern.compile("(?i)(.*[/_.])?(py)?tests?([/_.].*)?|conftest.*");
    private static final Pattern COMMANDS = Pattern.compile("(?i).*(main|cli|usage|arg|run|command|option|start).*");

    private final Parsed parsed;
    private final Bindings bindings;

    Onlookers(Parsed parsed, Bindings bindings) {
        this.parsed = parsed;
        this.bindings = bindings;
    }

    /// The same, of nothing but the module's own name: what is compared with it or chosen by it.
    Optional<String> named(Expr asked, Expr test) {
        return Tree.walk(asked).anyMatch(n -> n instanceof Expr.Name name && name.id().equals("__name__")) && !startsTheProgram(test) ? Optional.of(WORDS) : Optional.empty();
    }

    /// What a condition asks of those who run the program, in words a person recognises.
    Optional<String> of(Expr test) {
        return Tree.walk(test).anyMatch(node -> asks(node, test)) ? Optional.of(WORDS) : Optional.empty();
    }

    private boolean asks(Node node, Expr test) {
        return switch (node) {
            case Expr.Name n when n.id().equals("__name__") -> !startsTheProgram(test);
            case Expr.Name n -> OF_THE_MODULE.contains(n.id());
            case Expr.Attribute a when a.attr().equals("isatty") -> true;
            case Expr.Attribute a -> seen(bindings.dotted(a).orElse(""), a);
            case Expr.Call c when c.function() instanceof Expr.Attribute a && PRESENCE.contains(a.attr()) -> Tree.walk(c)
                    .anyMatch(n -> n instanceof Expr.Constant text && TESTS.matcher(text.value()).matches());
            case Node _ -> false;
        };
    }

    private boolean seen(String dotted, Expr at) {
        return PLACES.contains(dotted) || STREAMS.contains(dotted) || (dotted.equals("sys.argv") && !takesCommands(at));
    }

    /// Whether it is the line by which a module knows that it is the program.
    private boolean startsTheProgram(Expr test) {
        return test instanceof Expr.Compare c && Set.of("==", "in").containsAll(c.ops())
                && Tree.walk(c).anyMatch(n -> n instanceof Expr.Constant text && text.value().equals("__main__")) && parsed.module().body().stream()
                .anyMatch(s -> s instanceof Stmt.If i && i.test().equals(test));
    }

    // Words of the command line are asked for where commands are read.
    private boolean takesCommands(Expr at) {
        return Tree.pathTo(parsed.module(), at.start()).stream().filter(Stmt.FunctionDef.class::isInstance).map(Stmt.FunctionDef.class::cast)
                .allMatch(f -> COMMANDS.matcher(f.name().id()).matches());
    }
}
