package dev.codeheals.engine.guard;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What code protects its users with: comparisons that leak no time, real randomness, escaping, strong hashes, careful loaders, checks of who
/// asks. A test that fails seldom asks for them, so a fix that drops one passes.
final class Protections {
    /// What a line that holds one has in it; a quick look before the file is parsed.
    static final Pattern HINT = Pattern.compile("(?i)compare_digest|escape|quote|clean|secrets|systemrandom|sha\\d|blake|scrypt|pbkdf2|bcrypt|gensalt|hashpw|safe_load"
            + "|literal_eval|defusedxml|default_context|@");
    private static final Pattern CALLED = Pattern.compile("(?<comparison>hmac\\.compare_digest|secrets\\.compare_digest)|(?<randomness>secrets\\.\\w+|random\\.SystemRandom)"
            + "|(?<escaping>(?:html|markupsafe|cgi|django\\.utils\\.html)\\.(?:conditional_)?escape|shlex\\.quote|bleach\\.clean)"
            + "|(?<hash>hashlib\\.(?:sha(?:224|256|384|512|3_\\d+)|blake2[bs])|(?:hashlib\\.(?:pbkdf2_hmac|scrypt)|bcrypt\\.(?:gensalt|hashpw)))"
            + "|(?<loader>yaml\\.safe_load(?:_all)?|ast\\.literal_eval|defusedxml\\..+)|(?<certificates>ssl\\.create_default_context)");
    private static final List<String> GROUPS = List.of("comparison", "randomness", "escaping", "hash", "loader", "certificates");
    private static final Pattern COSTLY = Pattern.compile(".*(pbkdf2_hmac|scrypt|gensalt)");
    private static final Pattern ACCESS = Pattern.compile("(?i).*(login|logged|auth|permission|privilege|admin|staff|csrf|role|scope|token|signed|verif|protect|restrict|"
            + "throttle|rate_?limit|require_|_required).*");

    private Protections() {}

    /// How often each kind of protection is there, under words a person recognises.
    static Map<String, Long> in(Parsed parsed, Bindings bindings) {
        return Tree.walk(parsed.module()).flatMap(node -> of(node, bindings)).collect(Collectors.groupingBy(found -> found, Collectors.counting()));
    }

    private static Stream<String> of(Node node, Bindings bindings) {
        return switch (node) {
            case Expr.Call c -> called(c, bindings).stream();
            case Stmt.FunctionDef f -> f.decorators().stream().flatMap(d -> access(d).stream());
            case Stmt.ClassDef c -> c.decorators().stream().flatMap(d -> access(d).stream());
            case Node _ -> Stream.empty();
        };
    }

    // One of a kind may stand for another, but what makes a guess costly is only as good as its numbers.
    private static Optional<String> called(Expr.Call call, Bindings bindings) {
        String function = bindings.dotted(call.function()).orElse("");
        Matcher known = CALLED.matcher(function);
        if (!known.matches()) {
            return Optional.empty();
        }
        if (COSTLY.matcher(function).matches()) {
            String numbers = Stream.concat(call.args().stream(), call.keywords().stream().map(Node.Keyword::value)).filter(Expr.Constant.class::isInstance)
                    .map(c -> ((Expr.Constant) c).value()).collect(Collectors.joining(", "));
            return Optional.of(function + "(" + numbers + ")");
        }
        return GROUPS.stream().filter(group -> known.group(group) != null).findFirst().map(Protections::words);
    }

    private static String words(String group) {
        return switch (group) {
            case "comparison" -> "a comparison that takes the same time for every guess";
            case "randomness" -> "randomness nobody can guess";
            case "escaping" -> "escaping of text from outside";
            case "hash" -> "a strong hash";
            case "loader" -> "a loader that runs nothing";
            default -> "the check of certificates";
        };
    }

    private static Optional<String> access(Expr decorator) {
        Expr name = decorator instanceof Expr.Call c ? c.function() : decorator;
        String last = name instanceof Expr.Name n ? n.id() : name instanceof Expr.Attribute a ? a.attr() : "";
        return ACCESS.matcher(last).matches() && !last.endsWith("exempt") ? Optional.of("@" + last) : Optional.empty();
    }
}
