package dev.codeheals.engine.repair.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// A reply has no hands: what reads it reaches neither programs, nor the network, nor the disk, nor the store.
class ReplyReachTest {
    private static final String READERS = ".*\\.(?:ReplyParser|RawReplies|JsonReplies|LooseJson|Elements|Landmarks|Overlap|InnerQuotes|BrokenStrings|Thoughts|TagReplies|DefinitionFitter|DiffReplies|BlockReplies|Fences|SwapFitter|CodeFitter|Anchor|Alignment|FilePaths|FileLines)(?:\\$.*)?";

    @Test
    void whatReadsRepliesReachesNothingButText() {
        JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.codeheals.engine.repair.model");
        noClasses().that().haveNameMatching(READERS).should().dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.nio.file..", "java.sql..", "okhttp3..", "java.lang.reflect..", "java.lang.invoke..", "dev.codeheals.engine.run..",
                        "dev.codeheals.engine.verify..", "dev.codeheals.engine.promote..", "dev.codeheals.store..", "dev.codeheals.llm..")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.lang.ProcessBuilder")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.lang.Runtime")
                .because("a model must never become a tool runner").check(classes);
    }
}
