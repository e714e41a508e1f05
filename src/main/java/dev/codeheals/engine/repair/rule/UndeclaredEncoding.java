package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A source file in an old encoding that does not say so: the declaration is added, and no other byte changes.
final class UndeclaredEncoding implements RepairRule {

    @Override
    public String id() {
        return "undeclared-encoding";
    }

    @Override
    public Set<String> answers() {
        return Set.of("SYN.ENCODING");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        boolean undeclared = fault.message().contains("no encoding declared") || fault.message().contains("'utf-8' codec can't decode");
        Optional<Charset> charset = fault.project().charset(fault.file()).filter(c -> undeclared && !c.equals(StandardCharsets.UTF_8));
        return charset.map(c -> c.equals(StandardCharsets.ISO_8859_1) ? "latin-1" : "cp1252").map(name -> {
            boolean script = fault.source().text().startsWith("#!") && fault.source().lineCount() > 1;
            return draft(fault, "Declare the encoding " + name).rated(Tier.B, 0.8).insert(script ? fault.source().lineStart(2) : 0, "# -*- coding: " + name + " -*-" + fault.source().eol())
                    .because("The file is not UTF-8, which is what Python takes it for without a declaration.").done();
        }).stream().toList();
    }
}
