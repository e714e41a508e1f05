package dev.codeheals.engine.guard;

import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Builtins;
import dev.codeheals.engine.source.Names;
import java.util.Set;
import java.util.function.Predicate;

/// Tells a mended misspelling from a new word: {@code os.sytem} was meant to be {@code os.system} by whoever wrote the program, so the fix
/// adds nothing that was not wanted.
final class Misspellings {
    private static final int SHORTEST = 4;
    private static final double NEAR = 0.75;
    private static final Set<String> WELL_KNOWN = Set.of("""
            numpy pandas scipy matplotlib seaborn sklearn torch torchvision tensorflow keras transformers xgboost lightgbm statsmodels sympy networkx
            plotly bokeh altair polars pyarrow dask numba requests httpx aiohttp urllib3 flask django fastapi starlette uvicorn gunicorn werkzeug
            jinja2 sqlalchemy alembic psycopg2 psycopg pymysql pymongo redis celery boto3 botocore pydantic attrs attr click typer rich tqdm yaml
            toml tomli dotenv dateutil pytz arrow pendulum bs4 lxml selenium scrapy paramiko cryptography jwt pytest hypothesis mock nose PIL cv2
            skimage imageio nltk spacy openai anthropic loguru structlog psutil tabulate termcolor colorama pygame markdown docutils sphinx
            setuptools simplejson ujson orjson msgpack openpyxl xlrd docx reportlab streamlit gradio dash kafka zmq grpc websockets
            """.strip().split("\\s+"));

    private Misspellings() {}

    /// Whether all an edit does is to spell names right that mean nothing as they are.
    ///
    /// @param known whether the project already has or imports a top-level package
    static boolean onlyMends(FileEdit edit, String before, Bindings bindings, Predicate<String> known) {
        return !edit.creates() && !edit.replacements().isEmpty() && edit.replacements().stream().allMatch(r -> mends(r, before, bindings, known));
    }

    private static boolean mends(Replacement r, String before, Bindings bindings, Predicate<String> known) {
        int start = r.start();
        while (start > 0 && part(before.charAt(start - 1))) {
            start--;
        }
        int end = r.end();
        while (end < before.length() && part(before.charAt(end))) {
            end++;
        }
        String old = before.substring(start, end);
        String spelled = before.substring(start, r.start()) + r.text() + before.substring(r.end(), end);
        boolean words = old.chars().allMatch(Misspellings::part) && spelled.chars().allMatch(Misspellings::part);
        return words && !spelled.isEmpty() && old.length() >= SHORTEST && old.charAt(0) == spelled.charAt(0) && meansNothing(old, bindings)
                && Names.score(old, spelled) >= NEAR && wanted(old, spelled, before.substring(before.lastIndexOf('\n', start) + 1, start), bindings, known);
    }

    // What is imported means something wherever it is used. In the import itself a near name is another package, unless it is one people know.
    private static boolean wanted(String old, String spelled, String lineBefore, Bindings bindings, Predicate<String> known) {
        String line = lineBefore.strip();
        if (!line.startsWith("import") && !line.startsWith("from")) {
            return !bindings.imported().containsKey(old);
        }
        boolean topLevel = line.equals("import") || line.equals("from") || (line.startsWith("import") && line.endsWith(","));
        return !topLevel || known.test(spelled) || WELL_KNOWN.contains(spelled);
    }

    private static boolean meansNothing(String word, Bindings bindings) {
        return !bindings.bound().contains(word) && !CapabilityTable.telling(word) && !Builtins.FUNCTIONS.contains(word) && !Builtins.TYPES.contains(word);
    }

    private static boolean part(int c) {
        return Character.isJavaIdentifierPart(c) && c != '$';
    }
}
