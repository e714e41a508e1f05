package dev.codeheals.engine.repair.pattern;

import static dev.codeheals.engine.repair.pattern.Lesson.applied;
import static dev.codeheals.engine.repair.pattern.Lesson.failure;
import static dev.codeheals.engine.repair.pattern.Lesson.learn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.knowledge.EditTemplate;
import org.junit.jupiter.api.Test;

class TemplateLearnerTest {
    private static final String NO_JSON = """
            import os

            def load(path):
                return json.load(open(path))
            """;

    private static SealedDiagnosis unknownName(String name, String source, String line) {
        return failure("RES.NAME_ERROR", name, "name '" + name + "' is not defined", source, line);
    }

    private static EditTemplate importLesson() {
        return learn("Import json", NO_JSON, NO_JSON.replace("import os\n", "import json\nimport os\n"), unknownName("json", NO_JSON, "json.load"))
                .orElseThrow();
    }

    @Test
    void aMissingImportIsLearntAsAnImportOfTheSubject() {
        assertThat(importLesson().json())
                .isEqualTo("{\"v\":1,\"description\":\"Import {subject}\",\"pins\":{},\"steps\":[{\"do\":\"add-import\",\"module\":\"{subject}\"}]}");
    }

    @Test
    void aDescriptionThatNamesTheChangedFileSpeaksOfWhicheverFileItIsUsedOn() {
        String before = "print(jsn.dumps([]))\n";
        EditTemplate template = learn("Change app.py", before, before.replace("jsn", "json"), unknownName("jsn", before, "print")).orElseThrow();
        assertThat(template.json()).contains("\"description\":\"Change {file}\"");
    }

    @Test
    void aDescriptionThatNamesAVariableSpeaksOfTheOneThatIsThereNext() {
        String before = "text = 'at ' + height + ' m'\n";
        EditTemplate template = learn("Make height text", before, before.replace("height", "str(height)"),
                failure("TYP.STR_NUMBER_MIX", "int", "can only concatenate str (not \"int\") to str", before, "text")).orElseThrow();
        assertThat(template.json()).contains("\"description\":\"Make {n1} text\"");
    }

    @Test
    void theImportLearntForOneModuleHealsAnother() {
        String other = "\"\"\"Reads tables.\"\"\"\r\nfrom sys import argv\r\n\r\nrows = list(csv.reader(argv))\r\n";
        assertThat(applied(importLesson(), other, unknownName("csv", other, "rows")))
                .containsExactly("\"\"\"Reads tables.\"\"\"\r\nimport csv\r\nfrom sys import argv\r\n\r\nrows = list(csv.reader(argv))\r\n");
    }

    @Test
    void anImportThatCannotBeResolvedIsNotProposed() {
        String other = "total = prcie + 1\n";
        assertThat(applied(importLesson(), other, unknownName("prcie", other, "total"))).isEmpty();
    }

    @Test
    void anImportUnderAnAliasIsKeptForThatAlias() {
        String before = "x = np.zeros(3)\n";
        EditTemplate template = learn("Import numpy as np", before, "import numpy as np\n\n" + before, unknownName("np", before, "x")).orElseThrow();
        String other = "def area():\n    return np.pi\n";
        assertThat(applied(template, other, unknownName("np", other, "np.pi"))).containsExactly("import numpy as np\n\n\n" + other);
        String third = "y = pd.Series()\n";
        assertThat(applied(template, third, unknownName("pd", third, "y"))).isEmpty();
    }

    @Test
    void aNameAddedToAnImportIsLearntAsAnImport() {
        String before = "from datetime import date\n\nstart = datetime(2026, 1, 1)\n";
        EditTemplate template = learn("Import datetime", before, before.replace("import date\n", "import date, datetime\n"),
                unknownName("datetime", before, "start")).orElseThrow();
        String other = "import os\n\nprint(datetime(2020, 1, 1))\n";
        assertThat(applied(template, other, unknownName("datetime", other, "print")))
                .containsExactly("import os\nfrom datetime import datetime\n\nprint(datetime(2020, 1, 1))\n");
    }

    private static final String FILLED_TOO_SOON = """
            def pages(book, shelf):
                stack = []
                for page in book.pages:
                    view = dict(shelf)
                    # one for each page
                    stack.append(render(view))
                    view["page"] = page
                return stack
            """;
    private static final String FILLED_IN_TIME = FILLED_TOO_SOON.replace("        # one for each page\n        stack.append(render(view))\n        view[\"page\"] = page\n",
            "        view[\"page\"] = page\n        # one for each page\n        stack.append(render(view))\n");

    private static SealedDiagnosis missingPage(String source) {
        return failure("KEY.KEY_ERROR", "page", "'page'", source, "for page in");
    }

    @Test
    void aLineThatMovedUpMovesUpWhereOtherNamesStandAroundIt() {
        EditTemplate first = learn("Set it first", FILLED_TOO_SOON, FILLED_IN_TIME, missingPage(FILLED_TOO_SOON)).orElseThrow();
        String second = FILLED_TOO_SOON.replace("stack", "heap");
        EditTemplate newer = learn("Set it first", second, FILLED_IN_TIME.replace("stack", "heap"), missingPage(second)).orElseThrow();
        EditTemplate both = new TemplateLearner().refine(first, newer,
                Lesson.change(second, FILLED_IN_TIME.replace("stack", "heap")), missingPage(second)).orElseThrow();

        String third = "import os\n\n\n" + FILLED_TOO_SOON.replace("stack", "pile");
        assertThat(applied(first, third, missingPage(third))).isEmpty();
        assertThat(applied(both, third, missingPage(third))).anySatisfy(text -> assertThat(text.lines().map(String::strip))
                .containsSubsequence("view[\"page\"] = page", "pile.append(render(view))", "return pile"));
    }

    private static final String MISSPELT = """
            def size(queue):
                return queue.lenght()
            """;

    private static SealedDiagnosis attribute(String name, String source, String line) {
        return failure("ATTR.NO_ATTRIBUTE", name, "'Queue' object has no attribute '" + name + "'", source, line);
    }

    @Test
    void aMisspeltAttributeIsHealedElsewhere() {
        EditTemplate template = learn("Use length instead of lenght", MISSPELT, MISSPELT.replace("lenght", "length"),
                attribute("lenght", MISSPELT, "queue.lenght")).orElseThrow();
        String other = "total = sum(box.lenght() for box in boxes)  # all\n";
        assertThat(applied(template, other, attribute("lenght", other, "total"))).containsExactly(other.replace("lenght", "length"));
    }

    @Test
    void whatReplacesOneSubjectSaysNothingAboutAnother() {
        EditTemplate template = learn("Use length instead of lenght", MISSPELT, MISSPELT.replace("lenght", "length"),
                attribute("lenght", MISSPELT, "queue.lenght")).orElseThrow();
        String other = "wide = box.widht\n";
        assertThat(applied(template, other, attribute("widht", other, "wide"))).isEmpty();
    }

    @Test
    void theSuggestionInTheMessageIsWhatIsPutThere() {
        String before = "text = json.lods(data)\n";
        SealedDiagnosis failure = failure("ATTR.MODULE_ATTRIBUTE", "lods", "module 'json' has no attribute 'lods'. Did you mean: 'loads'?", before, "text");
        EditTemplate template = learn("Use loads", before, before.replace("lods", "loads"), failure).orElseThrow();
        String other = "if True:\n    root = math.sqr(2)\n";
        SealedDiagnosis next = failure("ATTR.MODULE_ATTRIBUTE", "sqr", "module 'math' has no attribute 'sqr'. Did you mean: 'sqrt'?", other, "root");
        assertThat(applied(template, other, next)).containsExactly("if True:\n    root = math.sqrt(2)\n");
    }

    @Test
    void anOperandIsCarriedAlong() {
        String before = "def show(total):\n    print(\"Total: \" + total)\n";
        SealedDiagnosis failure = failure("TYPE.CONCAT", null, "can only concatenate str (not \"int\") to str", before, "print");
        EditTemplate template = learn("Make text of the number", before, before.replace("+ total", "+ str(total)"), failure).orElseThrow();
        String other = "label = 'n=' + sizes[0].count(1)\n";
        SealedDiagnosis next = failure("TYPE.CONCAT", null, "can only concatenate str (not \"int\") to str", other, "label");
        assertThat(applied(template, other, next)).containsExactly("label = 'n=' + str(sizes[0].count(1))\n");
    }

    @Test
    void aMissingColonIsPutAtTheEndOfTheLine() {
        String before = "def f(x)\n    return x\n";
        SealedDiagnosis failure = failure("SYN.MISSING_COLON", null, "expected ':'", before, "def f");
        EditTemplate template = learn("Add the missing colon", before, before.replace("(x)\n", "(x):\n"), failure).orElseThrow();
        String other = "for i in range(3)  # thrice\n    print(i)\n";
        assertThat(applied(template, other, failure("SYN.MISSING_COLON", null, "expected ':'", other, "for")))
                .containsExactly("for i in range(3):  # thrice\n    print(i)\n");
    }

    @Test
    void aKeyLookupWithADefaultFollowsTheKeyAndTheQuotes() {
        String before = "def price(row):\n    return row[\"price\"] * 2\n";
        SealedDiagnosis failure = failure("KEY.MISSING", "price", "'price'", before, "return");
        EditTemplate template = learn("Use 0 where price is missing", before, before.replace("row[\"price\"]", "row.get(\"price\", 0)"), failure)
                .orElseThrow();
        String other = "total = items['count'] + 1\n";
        assertThat(applied(template, other, failure("KEY.MISSING", "count", "'count'", other, "total")))
                .containsExactly("total = items.get('count', 0) + 1\n");
    }

    @Test
    void aParameterAddedToADefinitionIsFoundByTheNameOfTheFunction() {
        String before = "class A:\n    def area():\n        return 1\n\n\nprint(A().area())\n";
        SealedDiagnosis failure = failure("ARG.TOO_MANY", "area", "A.area() takes 0 positional arguments but 1 was given", before, "print");
        EditTemplate template = learn("Add self to area", before, before.replace("area()", "area(self)").replace("A().area(self)", "A().area()"),
                failure).orElseThrow();
        String other = "class Box:\n\tdef width():\n\t\treturn 2\n\nBox().width()\n";
        assertThat(applied(template, other, failure("ARG.TOO_MANY", "width", "Box.width() takes 0 positional arguments but 1 was given", other, "Box()")))
                .containsExactly("class Box:\n\tdef width(self):\n\t\treturn 2\n\nBox().width()\n");
    }

    @Test
    void aNameInsideAnFStringIsRenamed() {
        String before = "name = \"Ada\"\nprint(f\"Hello {nmae}!\")\n";
        EditTemplate template = learn("Use name instead of nmae", before, before.replace("nmae", "name"), unknownName("nmae", before, "print"))
                .orElseThrow();
        String other = "name = input()\nlabel = f'{nmae:>10}' + nmae\n";
        assertThat(applied(template, other, unknownName("nmae", other, "label")))
                .containsExactly("name = input()\nlabel = f'{name:>10}' + name\n");
    }

    @Test
    void newLinesTakeTheIndentationOfTheirPlace() {
        String before = "def mean(values):\n    return sum(values) / len(values)\n";
        SealedDiagnosis failure = failure("ARITH.ZERO_DIVISION", null, "division by zero", before, "return");
        String after = "def mean(values):\n    if not values:\n        return 0\n    return sum(values) / len(values)\n";
        EditTemplate template = learn("Return 0 for no values", before, after, failure).orElseThrow();
        String other = "class Stats:\n  def mean(self, values):\n    x = 1\n    return sum(values) / len(values)\n";
        assertThat(applied(template, other, failure("ARITH.ZERO_DIVISION", null, "division by zero", other, "return"))).first().isEqualTo(
                "class Stats:\n  def mean(self, values):\n    x = 1\n    if not values:\n      return 0\n    return sum(values) / len(values)\n");
    }

    @Test
    void severalHunksAreOneLesson() {
        String before = "import os\n\n\ndef run(items):\n    total = 0\n    for i in items:\n        totl += i\n    return totl\n";
        EditTemplate template = learn("Use total instead of totl", before, before.replace("totl", "total"), unknownName("totl", before, "totl += i"))
                .orElseThrow();
        assertThat(applied(template, before, unknownName("totl", before, "totl += i"))).containsExactly(before.replace("totl", "total"));
    }

    @Test
    void aBlockThatIsWrappedIsLearntWithItsBody() {
        String before = "def read(path):\n    data = open(path).read()\n    return data\n";
        String after = "def read(path):\n    with open(path) as file:\n        data = file.read()\n    return data\n";
        SealedDiagnosis failure = failure("RES.LEAK", null, "unclosed file", before, "data = open");
        EditTemplate template = learn("Close the file", before, after, failure).orElseThrow();
        assertThat(applied(template, "x = 1\n" + before, failure("RES.LEAK", null, "unclosed file", "x = 1\n" + before, "data = open")))
                .containsExactly("x = 1\n" + after);
    }

    @Test
    void nothingIsLearntFromAFileThatDidNotChange() {
        assertThat(learn("Nothing", "x = 1\n", "x = 1\n", unknownName("x", "x = 1\n", "x"))).isEmpty();
    }

    @Test
    void twoMisspellingsTeachToLookForTheNameThatWasMeant() {
        SealedDiagnosis firstFailure = attribute("lenght", MISSPELT, "queue.lenght");
        EditTemplate first = learn("Use length", MISSPELT, MISSPELT.replace("lenght", "length"), firstFailure).orElseThrow();
        String before = "class Box:\n    def width(self):\n        return 3\n\n\nprint(Box().widht())\n";
        SealedDiagnosis failure = attribute("widht", before, "print");
        EditTemplate second = learn("Use width", before, before.replace("widht", "width"), failure).orElseThrow();
        EditTemplate both = new TemplateLearner().refine(first, second, Lesson.change(before, before.replace("widht", "width")), failure).orElseThrow();
        String other = "class Pen:\n    def colour(self):\n        return 'red'\n\n\nprint(Pen().coluor())\n";
        assertThat(applied(both, other, attribute("coluor", other, "print"))).containsExactly(other.replace("coluor", "colour"));
    }

    @Test
    void theSecondFixShowsWhatWasIncidentalInTheFirst() {
        String one = "timeout = config['timeout']\nwait(timeout)\n";
        SealedDiagnosis failure = failure("TYPE.ARGUMENT", null, "an integer is required", one, "wait");
        EditTemplate first = learn("Make a number of it", one, one.replace("config['timeout']", "int(config['timeout'])"), failure).orElseThrow();
        String two = "port = config['port']\nconnect(port)\n";
        SealedDiagnosis again = failure("TYPE.ARGUMENT", null, "an integer is required", two, "connect");
        String fixed = two.replace("config['port']", "int(config['port'])");
        EditTemplate second = learn("Make a number of it", two, fixed, again).orElseThrow();
        EditTemplate both = new TemplateLearner().refine(first, second, Lesson.change(two, fixed), again).orElseThrow();
        String other = "size = config['size']\nresize(size)\n";
        assertThat(applied(both, other, failure("TYPE.ARGUMENT", null, "an integer is required", other, "resize")))
                .contains("size = int(config['size'])\nresize(size)\n");
    }

    @Test
    void fixesWithNothingInCommonAreNotMixed() {
        SealedDiagnosis failure = attribute("lenght", MISSPELT, "queue.lenght");
        EditTemplate second = learn("Use len", MISSPELT, MISSPELT.replace("queue.lenght()", "len(queue)"), failure).orElseThrow();
        assertThat(new TemplateLearner().refine(importLesson(), second, Lesson.change(MISSPELT, MISSPELT.replace("queue.lenght()", "len(queue)")), failure))
                .isEmpty();
    }
}
