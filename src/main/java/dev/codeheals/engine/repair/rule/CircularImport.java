package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Blocks;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Scope;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Two modules that import each other: one of the imports moves into the functions that need it.
final class CircularImport implements RepairRule {

    @Override
    public String id() {
        return "circular-import";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.CIRCULAR_IMPORT");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<MissingExport> found = MissingExport.of(fault).filter(MissingExport::circular);
        if (found.isEmpty()) {
            return List.of();
        }
        List<CandidatePatch> patches = new ArrayList<>();
        moved(fault, fault.module(), found.get().statement(), 0.85).ifPresent(patches::add);
        Optional<ModuleInfo> other = fault.modules().byName(found.get().module()).filter(m -> !ProjectFiles.isTest(m.path()));
        other.ifPresent(m -> m.parsed().module().body().stream().filter(s -> s instanceof Stmt.ImportFrom f && leadsBack(fault, m, f))
                .forEach(s -> moved(fault, m, (Stmt.ImportFrom) s, patches.isEmpty() ? 0.8 : 0.6).ifPresent(patches::add)));
        return patches;
    }

    private static boolean leadsBack(Fault fault, ModuleInfo importer, Stmt.ImportFrom from) {
        return fault.modules().imported(importer, importer.absolute(from))
                .filter(m -> m.path().equals(fault.file()) || fault.modules().reachedFrom(m).contains(fault.file())).isPresent();
    }

    /// The import as the first line of each function that uses one of its names; empty where code outside functions uses one; nothing at all where
    /// nobody does.
    private Optional<CandidatePatch> moved(Fault fault, ModuleInfo module, Stmt.ImportFrom from, double prior) {
        Set<Stmt.FunctionDef> users = new LinkedHashSet<>();
        for (Scope scope : module.scopes().all()) {
            for (Node.Alias alias : from.names()) {
                String bound = alias.bound(true);
                boolean reads = !scope.uses(bound).isEmpty()
                        && module.scopes().resolve(bound, scope).filter(module.scopes().module()::equals).isPresent();
                Optional<Stmt.FunctionDef> function = reads ? function(scope) : Optional.empty();
                if (reads && function.isEmpty()) {
                    return Optional.empty();
                }
                function.ifPresent(users::add);
            }
        }
        return Optional.of(users.isEmpty() ? dropped(fault, module, from) : patch(fault, module, from, users, prior));
    }

    /// Nobody in the module uses what the import brings: without it there is no circle.
    private CandidatePatch dropped(Fault fault, ModuleInfo module, Stmt.ImportFrom from) {
        SourceFile source = module.parsed().source();
        int last = source.lineOf(from.end() - 1);
        int end = last < source.lineCount() ? source.lineStart(last + 1) : source.text().length();
        return draft(fault, "Leave out the import of " + from.names().getFirst().name() + " that " + module.path() + " does not use").rated(Tier.B, 0.9)
                .because("Two modules import each other while neither is complete, and this one does not need the other.")
                .edit(module.path(), Replacement.delete(source.lineStart(source.lineOf(from.start())), end)).done();
    }

    /// The outermost function a scope lies in.
    private static Optional<Stmt.FunctionDef> function(Scope scope) {
        Optional<Stmt.FunctionDef> outermost = Optional.empty();
        for (Optional<Scope> next = Optional.of(scope); next.isPresent(); next = next.get().parent()) {
            if (next.get().node() instanceof Stmt.FunctionDef f) {
                outermost = Optional.of(f);
            }
        }
        return outermost;
    }

    private CandidatePatch patch(Fault fault, ModuleInfo module, Stmt.ImportFrom from, Set<Stmt.FunctionDef> users, double prior) {
        SourceFile source = module.parsed().source();
        String text = source.text().substring(from.start(), from.end());
        Draft draft = draft(fault, "Import " + from.names().getFirst().name() + " inside the functions of " + module.path() + " that use it").rated(Tier.B, prior)
                .because("Two modules import each other while neither is complete; an import inside a function waits until both are.");
        int first = source.lineOf(from.start());
        int last = source.lineOf(from.end() - 1);
        int next = last < source.lineCount() ? source.lineStart(last + 1) : source.text().length();
        boolean aloneAtTop = first == 1 && last < source.lineCount() && source.line(last + 1).isBlank();
        int end = aloneAtTop ? afterBlankLines(source, last + 1) : next;
        draft.edit(module.path(), Replacement.delete(source.lineStart(first), end));
        for (Stmt.FunctionDef user : users) {
            Stmt place = Blocks.firstStatement(user.body()).orElse(user.body().getLast());
            int line = source.lineOf(place.start());
            draft.edit(module.path(), Replacement.insert(source.lineStart(line), Objects.requireNonNull(source.indentOf(line)) + text + source.eol()));
        }
        return draft.done();
    }

    private static int afterBlankLines(SourceFile source, int from) {
        int line = from;
        while (line < source.lineCount() && source.line(line).isBlank()) {
            line++;
        }
        return source.lineStart(line);
    }
}
