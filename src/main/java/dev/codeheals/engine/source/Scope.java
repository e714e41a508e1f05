package dev.codeheals.engine.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One symbol table: of the module, a class, a function, a lambda or a comprehension.
///
/// Built by {@link Scopes}; does not change afterwards.
public final class Scope {
    public enum Kind { MODULE, CLASS, FUNCTION, LAMBDA, COMPREHENSION, TYPE_PARAMETERS }

    public enum How {
        PARAMETER, ASSIGN, ANNOTATION, AUGMENTED, FOR, WITH, IMPORT, FROM_IMPORT, DEF, CLASS, EXCEPT, GLOBAL, NONLOCAL, WALRUS, COMPREHENSION,
        MATCH, DEL, TYPE, BROKEN
    }

    /// A place where a name gets, or with DEL loses, its value.
    ///
    /// @param offset where the name stands; for an import, the alias that binds it
    /// @param node   the definition, parameter, alias, handler or target that binds
    public record Binding(String name, int offset, How how, Node node) {
        /// Whether the name has a value after this; not so for deletions, declarations and bare annotations.
        public boolean gives() {
            return how != How.DEL && how != How.GLOBAL && how != How.NONLOCAL && how != How.ANNOTATION;
        }
    }

    private final Kind kind;
    private final Node node;
    private final String name;
    private final @Nullable Scope parent;
    private final Map<String, List<Binding>> bindings = new LinkedHashMap<>();
    private final Map<String, List<Integer>> uses = new LinkedHashMap<>();
    private final Set<String> globals = new LinkedHashSet<>();
    private final Set<String> nonlocals = new LinkedHashSet<>();
    private final List<String> starImports = new ArrayList<>();
    private final List<Scope> children = new ArrayList<>();

    Scope(Kind kind, Node node, String name, @Nullable Scope parent) {
        this.kind = kind;
        this.node = node;
        this.name = name;
        this.parent = parent;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    public Kind kind() {
        return kind;
    }

    public Node node() {
        return node;
    }

    /// The name of the function or class; {@code <module>}, {@code <lambda>}, {@code <listcomp>} as in a traceback.
    public String name() {
        return name;
    }

    public Optional<Scope> parent() {
        return Optional.ofNullable(parent);
    }

    public List<Scope> children() {
        return Collections.unmodifiableList(children);
    }

    /// The names bound here with all their binding places, in the order of the source.
    public Map<String, List<Binding>> bindings() {
        return Collections.unmodifiableMap(bindings);
    }

    public List<Binding> bindings(String wanted) {
        return Collections.unmodifiableList(bindings.getOrDefault(wanted, List.of()));
    }

    /// The names read here with the offsets where they are read.
    public Map<String, List<Integer>> uses() {
        return Collections.unmodifiableMap(uses);
    }

    public List<Integer> uses(String wanted) {
        return Collections.unmodifiableList(uses.getOrDefault(wanted, List.of()));
    }

    public Set<String> globals() {
        return Collections.unmodifiableSet(globals);
    }

    public Set<String> nonlocals() {
        return Collections.unmodifiableSet(nonlocals);
    }

    /// The modules imported with a star here, as written, dots included.
    public List<String> starImports() {
        return Collections.unmodifiableList(starImports);
    }

    /// Whether the name is local here: bound, and not declared global or nonlocal.
    public boolean binds(String wanted) {
        return bindings.containsKey(wanted) && !globals.contains(wanted) && !nonlocals.contains(wanted);
    }

    /// Whether some binding here leaves the name with a value.
    public boolean gives(String wanted) {
        return binds(wanted) && bindings.getOrDefault(wanted, List.of()).stream().anyMatch(Binding::gives);
    }

    /// Whether names bound here are hidden from functions inside.
    boolean isClass() {
        return kind == Kind.CLASS;
    }

    void bind(Binding binding) {
        bindings.computeIfAbsent(binding.name(), _ -> new ArrayList<>(2)).add(binding);
    }

    void use(String used, int offset) {
        uses.computeIfAbsent(used, _ -> new ArrayList<>(4)).add(offset);
    }

    void declareGlobal(String declared) {
        globals.add(declared);
    }

    void declareNonlocal(String declared) {
        nonlocals.add(declared);
    }

    void importStar(String module) {
        starImports.add(module);
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
