package dev.codeheals.engine.guard;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Ways in that code may have: a check that is switched off, a password written down, a broken hash, a secret that is printed, a day or a
/// folder on which the program does something else.
final class Weaknesses {
    /// What a line that opens one has in it; a quick look before the file is parsed.
    static final Pattern HINT = Pattern.compile("(?i)passw|pwd|secret|api_?key|passphrase|private_key|verif|hostname|valid|secure|httponly|autoescape|csrf|ssl|tls|sanitiz|escape|auth|debug|trust"
            + "|skip_|disable_|bypass|pickle|md5|sha1|permission|throttle|middleware|algorithm|getcwd|\\bcwd\\b|__(?:file|name|debug|package|spec)__|isatty|sys|argv|flags|executable|exists|is_?file|is_?dir|platform|\\bnow\\b|today|time\\(|\\bor\\s+True\\b|\\band\\s+(?:False|None|0)\\b");
    private static final Pattern SECRET = Pattern.compile("(?i)(.*_)?(password|passwd|passphrase|pwd|secret|api_?key|private_?key)(_\\w*)?");
    private static final Pattern GUARDING = Pattern.compile("(?i)(.*_)?(verify|verification|check_hostname|validate|secure|httponly|autoescape|csrf|ssl|tls|sanitize|escape|auth|authenticate)(_.*)?");
    private static final Pattern OPENING = Pattern.compile("(?i)(.*_)?(debug|insecure|unsafe|allow_pickle|trusted|trust_env|trust|bypass|skip_\\w+|disable_\\w+)");
    private static final Pattern EMPTIED = Pattern.compile("(?i)(.*_)?(permissions?|auth\\w*|csrf|throttles?|middleware)(_.*)?");
    private static final Set<String> OFF = Set.of("ssl.CERT_NONE", "CERT_NONE");
    private static final Set<String> BROKEN = Set.of("hashlib.md5", "hashlib.sha1");
    private static final Set<String> TELLING = Set.of("print", "logging.debug", "logging.info", "logging.warning", "logging.error", "logging.critical");
    private static final Set<String> LEVELS = Set.of("debug", "info", "warning", "error", "critical", "log");
    private static final Set<String> CLOCKS = Set.of("now", "today", "utcnow", "time", "localtime", "gmtime", "monotonic");

    private final Bindings bindings;
    private final Onlookers onlookers;

    private Weaknesses(Parsed parsed, Bindings bindings) {
        this.bindings = bindings;
        this.onlookers = new Onlookers(parsed, bindings);
    }

    /// How often each way in is there, under words a person recognises.
    static Map<String, Long> in(Parsed parsed, Bindings bindings) {
        Weaknesses weaknesses = new Weaknesses(parsed, bindings);
        return Tree.walk(parsed.module()).flatMap(node -> weaknesses.of(node).stream()).collect(Collectors.groupingBy(found -> found, Collectors.counting()));
    }

    private Optional<String> of(Node node) {
        return switch (node) {
            case Node.Keyword k when k.name() != null -> set(k.name(), k.value());
            case Stmt.Assign a -> a.targets().stream().flatMap(t -> set(last(t), a.value()).stream()).findFirst();
            case Expr.DictExpr d -> entries(d);
            case Expr.Call c -> called(c);
            case Expr.Compare c -> compared(c).or(() -> onlookers.named(c, c));
            case Stmt.Match m -> onlookers.of(m.subject());
            case Expr.BoolOp b -> decided(b).or(() -> onlookers.of(b));
            case Stmt.If i -> onlookers.of(i.test());
            case Stmt.While w -> onlookers.of(w.test());
            case Expr.IfExp i -> onlookers.of(i.test());
            case Node.Comprehension c -> c.ifs().stream().flatMap(test -> onlookers.of(test).stream()).findFirst();
            case Node _ -> Optional.empty();
        };
    }

    private Optional<String> entries(Expr.DictExpr dict) {
        for (int i = 0; i < dict.keys().size(); i++) {
            Optional<String> found = dict.keys().get(i) instanceof Expr.Constant key ? set(key.value(), dict.values().get(i)) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> set(String name, Expr value) {
        boolean off = value instanceof Expr.Constant c && (c.kind() == Expr.ConstantKind.FALSE || c.kind() == Expr.ConstantKind.NONE || c.value().equals("0"));
        boolean on = value instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.TRUE;
        boolean none = Tree.walk(value).anyMatch(n -> n instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING && c.value().equalsIgnoreCase("none"));
        boolean emptied = EMPTIED.matcher(name).matches() && (value instanceof Expr.ListExpr || value instanceof Expr.TupleExpr) && value.children().isEmpty();
        boolean open = emptied || (GUARDING.matcher(name).matches() && (off || OFF.contains(bindings.dotted(value).orElse("")))) || (OPENING.matcher(name).matches() && on)
                || (name.startsWith("algorithm") && none);
        return open ? Optional.of(name) : Optional.empty();
    }

    private Optional<String> called(Expr.Call call) {
        String function = bindings.dotted(call.function()).orElse("");
        Optional<String> chosen = call.function() instanceof Expr.Attribute a && a.attr().equals("get") && !call.args().isEmpty()
                ? onlookers.named(call.args().getFirst(), call) : Optional.empty();
        if (chosen.isPresent()) {
            return chosen;
        }
        if (BROKEN.contains(function)) {
            return Optional.of(function);
        }
        boolean tells = TELLING.contains(function) || (call.function() instanceof Expr.Attribute a && LEVELS.contains(a.attr()) && last(a.value()).toLowerCase(Locale.ROOT).contains("log"));
        return tells ? call.args().stream().flatMap(Tree::walk).map(Weaknesses::last).filter(n -> SECRET.matcher(n).matches()).findFirst().map(n -> function + " of " + n)
                : Optional.empty();
    }

    private Optional<String> compared(Expr.Compare compare) {
        List<Expr> sides = Stream.concat(Stream.of(compare.left()), compare.comparators().stream()).toList();
        boolean fixed = sides.stream().anyMatch(Weaknesses::isFixed);
        Optional<String> secret = sides.stream().map(Weaknesses::last).filter(n -> SECRET.matcher(n).matches()).findFirst();
        if (secret.isPresent() && sides.stream().anyMatch(s -> s instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING && !c.value().isEmpty())) {
            return Optional.of(secret.get() + " that is written down");
        }
        return fixed && sides.stream().anyMatch(this::isMoment) ? Optional.of("a day or hour that is written down") : Optional.empty();
    }

    private static boolean isFixed(Expr side) {
        return switch (side) {
            case Expr.Constant c -> c.kind() != Expr.ConstantKind.NONE;
            case Expr.Call c -> !c.args().isEmpty() && c.args().stream().allMatch(Expr.Constant.class::isInstance);
            case Expr.TupleExpr t -> !t.elements().isEmpty() && t.elements().stream().allMatch(Weaknesses::isFixed);
            case Expr _ -> false;
        };
    }

    /// The time as it is, or a part of it; how much of it has passed is a difference.
    private boolean isMoment(Expr expression) {
        return switch (expression) {
            case Expr.Attribute a -> isMoment(a.value());
            case Expr.Call c when c.args().isEmpty() && CLOCKS.contains(last(c.function())) ->
                    bindings.dotted(c.function()).filter(d -> d.contains("time") || d.contains("date")).isPresent();
            case Expr.Call c -> isMoment(c.function());
            case Expr _ -> false;
        };
    }

    private static Optional<String> decided(Expr.BoolOp operation) {
        boolean or = operation.op().equals("or");
        return operation.values().stream().filter(v -> v instanceof Expr.Constant c && (or ? c.kind() == Expr.ConstantKind.TRUE
                : c.kind() == Expr.ConstantKind.FALSE || c.kind() == Expr.ConstantKind.NONE || c.value().equals("0"))).findFirst()
                .map(_ -> or ? "or True" : "and False");
    }

    private static String last(@Nullable Node node) {
        return switch (node) {
            case Expr.Name n -> n.id();
            case Expr.Attribute a -> a.attr();
            case null, default -> "";
        };
    }
}
