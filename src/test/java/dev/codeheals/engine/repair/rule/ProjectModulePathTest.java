package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class ProjectModulePathTest {
    private final RuleExamples examples = RuleExamples.of(new ProjectModulePath());

    @Test
    void addsThePackage() {
        examples.heals("""
                from app.views import show

                assert show() == "ann"
                #--- app/__init__.py
                #--- app/models.py
                class User:
                    name = "ann"
                #--- app/views.py
                from models import User

                def show():
                    return User.name
                """, "from app.models import User");
    }

    @Test
    void usesTheRelativeStyleOfThePackage() {
        examples.heals("""
                from app.views import show

                assert show() == "ann"
                #--- app/__init__.py
                #--- app/names.py
                NAME = "ann"
                #--- app/models.py
                from .names import NAME
                class User:
                    name = NAME
                #--- app/views.py
                from models import User

                def show():
                    return User.name
                """, "from .models import User");
    }

    @Test
    void importsTheModuleFromThePackage() {
        examples.heals("""
                from app.views import show

                assert show() == "A"
                #--- app/__init__.py
                #--- app/helpers.py
                def shout(t):
                    return t.upper()
                #--- app/views.py
                import helpers

                def show():
                    return helpers.shout("a")
                """, "from app import helpers");
    }

    @Test
    void mendsARelativeImportInAScript() {
        examples.heals("""
                from .helpers import shout

                assert shout("a") == "A"
                #--- helpers.py
                def shout(t):
                    return t.upper()
                """, "from helpers import shout");
    }

    @Test
    void countsTheDots() {
        examples.heals("""
                from app.web.views import show

                assert show() == "A"
                #--- app/__init__.py
                #--- app/core/__init__.py
                #--- app/core/text.py
                def shout(t):
                    return t.upper()
                #--- app/web/__init__.py
                #--- app/web/views.py
                from .core.text import shout

                def show():
                    return shout("a")
                """, "from ..core.text import shout");
    }

    @Test
    void leavesForeignModulesAlone() {
        examples.leavesAlone("""
                import frobnicator
                """);
    }

    @Test
    void leavesModulesWithoutTheNameAlone() {
        examples.leavesAlone("""
                from app.views import show
                #--- app/__init__.py
                #--- app/models.py
                class User:
                    name = "ann"
                #--- app/views.py
                from models import Customer
                """);
    }

    @Test
    void leavesMissingNamesAlone() {
        examples.leavesAlone("""
                from math import frobnicate
                """);
    }
}
