package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Names;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A misspelt keyword that reaches its function by way of another: {@code partial}, {@code replace}, {@code **options}, a dictionary of settings.
final class ForwardedKeyword implements RepairRule {
    private static final Pattern UNEXPECTED = Pattern.compile("(?:[\\w<>]+\\.)*?(?:(\\w+)\\.)?(\\w+)\\(\\) got an unexpected keyword argument '(\\w+)'|Got unexpected field names: \\['(\\w+)'\\]");

    private record Place(ModuleInfo module, int start) {}

    /// What the library function takes to which the keyword was given: {@code json.dumps} hands most of it on.
    private static Set<String> ofLibrary(Fault fault, String written) {
        Set<String> names = new LinkedHashSet<>();
        fault.expressions(Expr.Call.class).stream().filter(c -> c.keywords().stream().anyMatch(k -> written.equals(k.name())))
                .forEach(c -> new CallSite(c, CallSite.last(c.function())).shape(fault).ifPresent(shape -> names.addAll(shape.keywords())));
        return names;
    }

    @Override
    public String id() {
        return "forwarded-keyword";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.UNEXPECTED_KEYWORD", "TYP.TYPE_ERROR", "VAL.VALUE_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> says = fault.says(UNEXPECTED);
        if (says.isEmpty() || UnexpectedKeyword.of(fault).isPresent()) {
            return List.of();
        }
        String written = says.get().group(3) != null ? says.get().group(3) : says.get().group(4);
        Set<String> known = ofLibrary(fault, written);
        known.addAll(says.get().group(3) == null ? fields(fault) : parameters(fault, says.get().group(1), says.get().group(2)));
        List<Names.Match> near = Nearness.of(written, known);
        List<Place> places = places(fault, written);
        if (near.isEmpty() || places.isEmpty() || places.size() > 2) {
            return List.of();
        }
        List<CandidatePatch> patches = new ArrayList<>();
        for (Place place : places) {
            String meant = near.getFirst().name();
            patches.add(draft(fault, "Rename the argument " + written + " to " + meant).rated(Tier.A, Nearness.prior(near, 0) * (places.size() == 1 ? 1 : 0.8))
                    .because("What it is passed on to has no parameter `" + written + "`; the nearest is `" + meant + "`.")
                    .edit(place.module().path(), new Replacement(place.start(), place.start() + written.length(), meant)).done());
        }
        return patches;
    }

    /// Python 3.9 does not say whose constructor it was.
    private static Set<String> parameters(Fault fault, @Nullable String owner, String function) {
        Set<String> names = new LinkedHashSet<>();
        for (ModuleInfo module : fault.modules().all()) {
            if (function.equals("__init__") || function.equals("__new__")) {
                module.classes().values().stream().filter(c -> owner == null || c.name().equals(owner)).flatMap(c -> c.constructor().stream())
                        .forEach(s -> s.parameters().forEach(p -> names.add(p.name())));
            } else {
                Tree.of(module.parsed()).all(Stmt.FunctionDef.class).stream().filter(f -> f.name().id().equals(function))
                        .forEach(f -> f.args().parameters().forEach(p -> names.add(p.name())));
            }
        }
        names.removeAll(Set.of("self", "cls"));
        return names;
    }

    /// The fields of all named tuples: their message names no class.
    private static Set<String> fields(Fault fault) {
        Set<String> names = new LinkedHashSet<>();
        fault.modules().all().forEach(m -> {
            m.classes().values().stream().filter(c -> c.bases().contains("NamedTuple") || c.bases().contains("typing.NamedTuple")).forEach(c -> names.addAll(c.names()));
            Tree.of(m.parsed()).all(Expr.Call.class).stream().filter(c -> CallSite.last(c.function()).equals("namedtuple")).flatMap(Tree::walk)
                    .filter(n -> n instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING)
                    .forEach(n -> names.addAll(List.of(((Expr.Constant) n).value().split("[,\\s]+"))));
        });
        return names;
    }

    /// Where the project writes the word as a keyword or as the key of a display.
    private static List<Place> places(Fault fault, String word) {
        List<Place> places = new ArrayList<>();
        for (ModuleInfo module : fault.scene().ownModules()) {
            Tree tree = Tree.of(module.parsed());
            tree.all(Node.Keyword.class).stream().filter(k -> word.equals(k.name())).forEach(k -> places.add(new Place(module, k.start())));
            KeyLiterals.writers(fault.scene(), word).stream().filter(p -> p.module().path().equals(module.path()))
                    .forEach(p -> places.add(new Place(module, module.parsed().source().text().indexOf(word, p.literal().start()))));
        }
        return places;
    }
}
