package dev.codeheals.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ImportPlaceTest {

    private static String withImport(String text, String module) {
        return ImportPlace.of(PythonParser.parse("a.py", text), Set.of("app")).importModule(module, null).map(i -> i.applyTo(text)).orElse("there");
    }

    private static String withFrom(String text, String module, String name) {
        return ImportPlace.of(PythonParser.parse("a.py", text), Set.of("app")).importFrom(module, name, null).map(i -> i.applyTo(text)).orElse("there");
    }

    @Test
    void beginsAFileWithoutImports() {
        assertThat(withImport("x = 1\n", "os")).isEqualTo("import os\n\nx = 1\n");
        assertThat(withImport("def f():\n    pass\n", "os")).isEqualTo("import os\n\n\ndef f():\n    pass\n");
        assertThat(withImport("", "os")).isEqualTo("import os\n");
    }

    @Test
    void comesAfterShebangCookieLicenceAndDocstring() {
        assertThat(withImport("""
                #!/usr/bin/env python
                # -*- coding: utf-8 -*-
                # Licensed to all.

                \"""What it does.\"""

                x = 1
                """, "os")).isEqualTo("""
                #!/usr/bin/env python
                # -*- coding: utf-8 -*-
                # Licensed to all.

                \"""What it does.\"""

                import os

                x = 1
                """);
    }

    @Test
    void comesAfterLicenceCommentsWithoutDocstring() {
        assertThat(withImport("#!/bin/x\n# Licence.\n\n# About x.\nx = 1\n", "os")).isEqualTo("#!/bin/x\n# Licence.\n\nimport os\n\n# About x.\nx = 1\n");
        assertThat(withImport("# About x.\nx = 1\n", "os")).isEqualTo("import os\n\n# About x.\nx = 1\n");
        assertThat(withImport("#!/bin/x\nx = 1\n", "os")).isEqualTo("#!/bin/x\n\nimport os\n\nx = 1\n");
    }

    @Test
    void comesAfterFutureImports() {
        assertThat(withImport("from __future__ import annotations\n\nx = 1\n", "os")).isEqualTo("from __future__ import annotations\n\nimport os\n\nx = 1\n");
    }

    @Test
    void putsFutureImportsFirst() {
        assertThat(withFrom("'''Doc.'''\n__version__ = '1'\nimport os\n", "__future__", "annotations"))
                .isEqualTo("'''Doc.'''\n\nfrom __future__ import annotations\n\n__version__ = '1'\nimport os\n");
    }

    @Test
    void keepsASortedGroupSorted() {
        assertThat(withImport("import abc\nimport sys\n", "os")).isEqualTo("import abc\nimport os\nimport sys\n");
        assertThat(withImport("import os\nimport sys\nfrom a import b\n", "abc")).isEqualTo("import abc\nimport os\nimport sys\nfrom a import b\n");
        assertThat(withFrom("import os\nimport sys\nfrom abc import ABC\n", "json", "loads"))
                .isEqualTo("import os\nimport sys\nfrom abc import ABC\nfrom json import loads\n");
    }

    @Test
    void goesToTheEndOfAnUnsortedGroup() {
        assertThat(withImport("import sys\nimport abc\n", "json")).isEqualTo("import sys\nimport abc\nimport json\n");
    }

    @Test
    void keepsTheGroupsApart() {
        String text = "import os\n\nimport numpy\n\nfrom app import db\n\nx = 1\n";
        assertThat(withImport(text, "sys")).startsWith("import os\nimport sys\n\nimport numpy\n");
        assertThat(withImport(text, "requests")).contains("import numpy\nimport requests\n\nfrom app");
        assertThat(withFrom(text, "app.models", "User")).contains("from app import db\nfrom app.models import User\n\nx");
        assertThat(withImport("import numpy\n\nx = 1\n", "os")).isEqualTo("import os\n\nimport numpy\n\nx = 1\n");
        assertThat(withImport("import os\n\nx = 1\n", "numpy")).isEqualTo("import os\n\nimport numpy\n\nx = 1\n");
    }

    @Test
    void addsNoBlankLineWhereTheFileHasNone() {
        assertThat(withImport("import os\nimport numpy\nx = 1\n", "app")).isEqualTo("import os\nimport numpy\nimport app\nx = 1\n");
    }

    @Test
    void joinsAFromImportOfTheSameModule() {
        assertThat(withFrom("from typing import Any, List\n", "typing", "Dict")).isEqualTo("from typing import Any, Dict, List\n");
        assertThat(withFrom("from typing import List, Any\n", "typing", "Dict")).isEqualTo("from typing import List, Any, Dict\n");
        assertThat(withFrom("from a import (\n    b,\n    d,\n)\n", "a", "c")).isEqualTo("from a import (\n    b,\n    c,\n    d,\n)\n");
        assertThat(withFrom("from a import (\n    b,\n    d,\n)\n", "a", "e")).isEqualTo("from a import (\n    b,\n    d,\n    e,\n)\n");
        assertThat(withFrom("from a import (b, d)  # x\n", "a", "e")).isEqualTo("from a import (b, d, e)  # x\n");
        assertThat(withFrom("from . import b\n", ".", "c")).isEqualTo("from . import b, c\n");
    }

    @Test
    void doesNotJoinAStarImport() {
        assertThat(withFrom("from a import *\n", "a", "b")).isEqualTo("from a import *\nfrom a import b\n");
    }

    @Test
    void neverGoesInsideTryOrIf() {
        String text = """
                import os
                try:
                    import ujson as json
                except ImportError:
                    import json
                from typing import TYPE_CHECKING
                if TYPE_CHECKING:
                    from decimal import Decimal

                x = 1
                """;
        assertThat(withFrom(text, "decimal", "Decimal")).isEqualTo(text.replace("try:", "from decimal import Decimal\ntry:"));
        assertThat(withImport("try:\n    import a\nexcept ImportError:\n    a = None\n", "os")).startsWith("import os\n\ntry:");
    }

    @Test
    void keepsTheLineSeparatorAndAFinalLineWithoutOne() {
        assertThat(withImport("import os\r\nx = 1\r\n", "sys")).isEqualTo("import os\r\nimport sys\r\nx = 1\r\n");
        assertThat(withImport("import os", "sys")).isEqualTo("import os\nimport sys\n");
    }

    @Test
    void addsNothingThatIsThere() {
        assertThat(withImport("import os, sys\n", "sys")).isEqualTo("there");
        assertThat(withFrom("from a import b as c\n", "a", "b")).isEqualTo("from a import b as c, b\n");
        assertThat(withFrom("from a import b\n", "a", "b")).isEqualTo("there");
    }

    @Test
    void followsAStatementOfSeveralLines() {
        assertThat(withFrom("from abc import (\n    ABC,\n)  # note\n\nx = 1\n", "zlib", "crc32"))
                .isEqualTo("from abc import (\n    ABC,\n)  # note\nfrom zlib import crc32\n\nx = 1\n");
    }
}
