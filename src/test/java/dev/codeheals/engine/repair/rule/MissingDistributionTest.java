package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MissingDistributionTest {
    private final RuleExamples examples = RuleExamples.of(new MissingDistribution());

    @Test
    void namesTheDistribution() {
        examples.advises("""
                import bs4
                """, "pip install beautifulsoup4");
    }

    @Test
    void usesTheImportNameOtherwise() {
        examples.advises("""
                import some_package
                """, "pip install some-package");
    }

    @Test
    void namesTheNewModule() {
        examples.advises("""
                import Queue
                """, "Use `queue`");
    }

    @Test
    void seesFromImports() {
        examples.advises("""
                from usb import core
                """, "pip install pyusb");
    }

    @Test
    void seesSubmodules() {
        examples.advises("""
                from sklearn.svm import SVC
                """, "pip install scikit-learn");
    }

    @Test
    void proposesNoEdit() {
        examples.leavesAlone("""
                import bs4
                """);
    }

    @Test
    void leavesProjectModulesAlone() {
        examples.leavesAlone("""
                import helper.inner
                #--- helper.py
                """);
    }

    @Test
    void leavesOtherErrorsAlone() {
        examples.leavesAlone("""
                print(x)
                """);
    }
}
