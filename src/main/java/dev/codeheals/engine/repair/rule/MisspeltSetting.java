package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Names;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A section or option of a settings file that the program spells otherwise than the file.
final class MisspeltSetting implements RepairRule {
    private static final Pattern SECTION = Pattern.compile("No section: ['\"](.+?)['\"]");
    private static final Pattern OPTION = Pattern.compile("No option ['\"](.+?)['\"] in section: ['\"].+?['\"]");
    private static final Pattern WORD = Pattern.compile("[\\w.-]+");

    @Override
    public String id() {
        return "misspelt-setting";
    }

    @Override
    public Set<String> answers() {
        return Set.of("CFG.INI", "KEY.KEY_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<String> missing = fault.says(SECTION).or(() -> fault.says(OPTION)).map(m -> m.group(1))
                .or(() -> KeyFault.of(fault).filter(k -> k.known().isEmpty()).map(KeyFault::text).filter(t -> WORD.matcher(t).matches()));
        return missing.map(m -> patches(fault, m)).orElse(List.of());
    }

    private List<CandidatePatch> patches(Fault fault, String missing) {
        List<Names.Match> near = Nearness.of(missing, DataFiles.settings(fault.project().root()));
        List<CandidatePatch> patches = new ArrayList<>();
        for (int i = 0; i < Math.min(2, near.size()); i++) {
            String meant = near.get(i).name();
            Draft draft = draft(fault, "Read " + meant + " instead of " + missing).rated(Tier.A, Nearness.prior(near, i))
                    .because("The settings file has no `" + missing + "`; the nearest is `" + meant + "`.");
            for (ModuleInfo module : fault.scene().ownModules()) {
                Tree.of(module.parsed()).all(Expr.Constant.class).stream().filter(c -> c.kind() == Expr.ConstantKind.STRING && c.value().equals(missing)).forEach(c -> {
                    int at = module.parsed().source().text().indexOf(missing, c.start());
                    draft.edit(module.path(), new Replacement(at, at + missing.length(), meant));
                });
            }
            draft.unlessEmpty().ifPresent(patches::add);
        }
        return patches;
    }
}
