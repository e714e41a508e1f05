package dev.codeheals;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The arrows between packages. Each rule says why it is there.
class ArchitectureTest {
    private static JavaClasses classes;

    @BeforeAll
    static void importClasses() {
        classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.codeheals");
    }

    @Test
    void theEngineKnowsNoScreenDatabaseOrNetwork() {
        noClasses().that().resideInAPackage("dev.codeheals.engine..").should().dependOnClassesThat()
                .resideInAnyPackage("javafx..", "java.sql..", "org.sqlite..", "okhttp3..", "java.net.http..", "dev.codeheals.ui..",
                        "dev.codeheals.cli..", "dev.codeheals.store..", "dev.codeheals.llm..", "dev.codeheals.report..", "dev.codeheals.wiring..")
                .because("the same engine runs under the desktop, the command line and the tests").check(classes);
    }

    @Test
    void noPackageDependsOnItselfThroughAnother() {
        slices().matching("dev.codeheals.(**)").should().beFreeOfCycles().because("a newcomer reads the packages in one order").check(classes);
    }

    @Test
    void earlierStagesDoNotKnowLaterOnes() {
        List<String> order = List.of("run", "detect", "source", "breaker", "classify", "localize", "knowledge", "repair", "guard", "verify",
                "promote", "score", "envelope", "context", "heal");
        for (int i = 0; i < order.size(); i++) {
            String[] later = order.subList(i + 1, order.size()).stream().map(name -> "dev.codeheals.engine." + name + "..").toArray(String[]::new);
            if (later.length > 0) {
                noClasses().that().resideInAPackage("dev.codeheals.engine." + order.get(i) + "..").should().dependOnClassesThat()
                        .resideInAnyPackage(later).because("a stage sees only what earlier stages made").check(classes);
            }
        }
    }

    @Test
    void theBenchStandsBetweenTheWholeProgramAndItsFaces() {
        noClasses().that().resideInAPackage("dev.codeheals.bench..").should().dependOnClassesThat()
                .resideInAnyPackage("dev.codeheals.cli..", "dev.codeheals.ui..", "dev.codeheals.store..", "dev.codeheals.llm..")
                .because("it heals by the same wiring as everyone else").check(classes);
        noClasses().that().resideOutsideOfPackages("dev.codeheals.bench..", "dev.codeheals.cli..").should().dependOnClassesThat()
                .resideInAPackage("dev.codeheals.bench..").because("nothing that heals may know that it is measured").check(classes);
    }

    @Test
    void onlyTheStoreSpeaksSql() {
        noClasses().that().resideOutsideOfPackage("dev.codeheals.store..").should().dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.sqlite..").because("SQL stays in one place").check(classes);
    }

    @Test
    void onlyTheDesktopKnowsJavaFx() {
        noClasses().that().resideOutsideOfPackage("dev.codeheals.ui..").should().dependOnClassesThat().resideInAPackage("javafx..")
                .because("the command line starts without it").check(classes);
    }

    @Test
    void viewModelsHoldNoControls() {
        noClasses().that().haveSimpleNameEndingWith("ViewModel").should().dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .because("a view model is tested without a window").allowEmptyShould(true).check(classes);
    }

    @Test
    void onlyTheRunPackageStartsProcesses() {
        noClasses().that().resideOutsideOfPackage("dev.codeheals.engine.run..").and().resideOutsideOfPackage("dev.codeheals.ui..")
                .should().dependOnClassesThat().haveFullyQualifiedName("java.lang.ProcessBuilder")
                .because("limits and isolation are decided in one place").check(classes);
    }

    @Test
    void onlyTheModelClientsAndTheStatusServerOpenSockets() {
        noClasses().that().resideOutsideOfPackages("dev.codeheals.llm..", "dev.codeheals.report..").should().dependOnClassesThat()
                .resideInAnyPackage("okhttp3..", "java.net.http..", "com.sun.net.httpserver..")
                .because("offline must mean offline").check(classes);
    }

    @Test
    void namesSayWhatATypeIs() {
        noClasses().should().haveSimpleNameEndingWith("Manager").orShould().haveSimpleNameEndingWith("Util")
                .orShould().haveSimpleNameEndingWith("Utils").orShould().haveSimpleNameEndingWith("Helper").orShould().haveSimpleNameEndingWith("Impl")
                .because("such names hide what a type is for").check(classes);
    }

    @Test
    void nothingInTheWindowSlidesOrFades() {
        noClasses().that().resideInAPackage("dev.codeheals.ui..").should().dependOnClassesThat().haveNameMatching(
                        "javafx\\.animation\\.(Fade|Translate|Scale|Rotate|Path|Parallel|Sequential)Transition|org\\.controlsfx\\.control\\.(NotificationPane|HiddenSidesPane)")
                .because("who asked the system for less motion gets none, and nobody misses it").check(classes);
    }
}
