package dev.codeheals.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModuleIndexTest {

    private record Files(Map<String, String> texts) implements SourceTree {
        @Override
        public List<String> pythonFiles() {
            return List.copyOf(new TreeMap<>(texts).keySet());
        }

        @Override
        public Optional<SourceFile> file(String path) {
            return Optional.ofNullable(texts.get(path)).map(t -> SourceFile.of(path, t));
        }
    }

    private static final ModuleIndex INDEX = new ModuleIndex(new Files(Map.of(
            "app/__init__.py", "from .models import User\nfrom app.tools import *\n",
            "app/models.py", "from app.base import Base\nclass User(Base):\n    def name(self): self.title = 1\nLIMIT = 3\n",
            "app/base.py", "class Base:\n    def save(self): pass\n    def name(self): pass\n",
            "app/tools.py", "import app.views\n__all__ = ['helper']\ndef helper(): pass\n",
            "app/views.py", "def show():\n    import app.models\n",
            "src/lib/core.py", "class User: pass\n",
            "scripts/run.py", "import util\nimport app.models as m\nclass Admin(m.User, Foreign): pass\n",
            "scripts/util.py", "def go(): pass\n")));

    private static ModuleInfo module(String name) {
        return INDEX.byName(name).orElseThrow();
    }

    @Test
    void mapsPathsToModuleNamesAndBack() {
        assertThat(INDEX.nameOf("app/__init__.py")).contains("app");
        assertThat(INDEX.nameOf("app/models.py")).contains("app.models");
        assertThat(INDEX.nameOf("src/lib/core.py")).contains("lib.core");
        assertThat(INDEX.pathOf("lib.core")).contains("src/lib/core.py");
        assertThat(INDEX.topLevelNames()).containsExactly("app", "lib", "scripts");
        assertThat(INDEX.isPackage("lib")).isTrue();
        assertThat(INDEX.isPackage("app.models")).isFalse();
    }

    @Test
    void findsAModuleBesideTheScriptThatImportsIt() {
        assertThat(INDEX.imported(module("scripts.run"), "util").map(ModuleInfo::path)).contains("scripts/util.py");
        assertThat(INDEX.imported(module("scripts.run"), "nowhere")).isEmpty();
    }

    @Test
    void tellsWhoDefinesAName() {
        assertThat(INDEX.whoDefines("User")).extracting(f -> f.module().name()).containsExactly("app.models", "lib.core");
        assertThat(INDEX.whoDefines("LIMIT")).extracting(f -> f.definition().kind()).containsExactly(ModuleInfo.Kind.VALUE);
    }

    @Test
    void followsReExportsAndStarImports() {
        assertThat(INDEX.lookUp("app", "User").map(f -> f.module().name())).contains("app.models");
        assertThat(INDEX.lookUp("app", "helper").map(f -> f.module().name())).contains("app.tools");
        assertThat(INDEX.lookUp("app", "missing")).isEmpty();
    }

    @Test
    void listsWhatAModuleExports() {
        assertThat(INDEX.exportsOf("app")).contains("User", "helper", "models", "views");
        assertThat(module("app.tools").exported()).contains(List.of("helper"));
    }

    @Test
    void knowsTheImportGraphWithoutImportsInFunctions() {
        assertThat(module("app.views").imports()).isEmpty();
        assertThat(module("app").imports()).contains("app.models", "app.models.User", "app.tools");
        assertThat(INDEX.reachedFrom(module("app.models"))).contains("app/base.py");
    }

    @Test
    void foreseesImportCycles() {
        assertThat(INDEX.wouldBeCycle(module("app.base"), module("app.models"))).isTrue();
        assertThat(INDEX.wouldBeCycle(module("app.models"), module("lib.core"))).isFalse();
    }

    @Test
    void collectsInheritedMembers() {
        ModuleIndex.FoundClass user = INDEX.classIn(module("app.models"), "User").orElseThrow();
        assertThat(INDEX.members(user)).containsKeys("name", "title", "save");
        assertThat(INDEX.hasForeignBase(user)).isFalse();
    }

    @Test
    void findsBasesThroughModuleAliases() {
        ModuleIndex.FoundClass admin = INDEX.classIn(module("scripts.run"), "Admin").orElseThrow();
        assertThat(INDEX.lineage(admin)).extracting(c -> c.shape().name()).containsExactly("Admin", "User", "Base");
        assertThat(INDEX.hasForeignBase(admin)).isTrue();
        assertThat(INDEX.classes("User")).hasSize(2);
    }
}
