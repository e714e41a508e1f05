package dev.codeheals.engine.repair.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class RedactionTest {
    private static final String KEY = "sk_live_" + "4eC39HqLyjWDarjtT1zdp7dc";
    private final Redaction redaction = new Redaction(new KnownSecrets(Set.of("hunter2!"), Set.of("alice")), Path.of("/home/alice/shop"));

    @Test
    void whatIsMaskedIsRestoredExactly() throws Exception {
        String file = "import stripe\nstripe.api_key = \"" + KEY + "\"\nstripe.Charge.create()\n";
        String masked = redaction.maskCode(file);
        assertThat(masked).doesNotContain(KEY).contains("stripe.api_key = \"CODEHEALS_SECRET_");
        assertThat(redaction.restore(masked, file)).isEqualTo(file);
    }

    @Test
    void theSameValueAlwaysGetsTheSamePlaceholder() {
        assertThat(redaction.maskCode("a = '" + KEY + "'")).isEqualTo(redaction.maskCode("a = '" + KEY + "'"));
        assertThat(redaction.maskCode(redaction.maskCode("a = '" + KEY + "'"))).isEqualTo(redaction.maskCode("a = '" + KEY + "'"));
    }

    @Test
    void aPlaceholderThatWasNeverGivenOutIsRefused() {
        String file = "k = '" + KEY + "'\n";
        String masked = redaction.maskCode(file);
        for (String altered : List.of(masked.replaceAll("_1'", "_9'"), masked.replace("CODEHEALS_SECRET", "CODEHEALS_secret"), masked.replace("CODEHEALS_", ""),
                masked.replaceAll("_1'", "'"), "k = 'CODEHEALS_SECRET_1'", "k = 'codeheals secret'", "k = '<CODEHEALS-SECRET>'")) {
            assertThatThrownBy(() -> redaction.restore(altered, file)).as(altered).isInstanceOf(ReplyScope.LeftoverPlaceholder.class);
        }
    }

    @Test
    void aSecretDoesNotTravelToAnotherFile() {
        String masked = redaction.maskCode("k = '" + KEY + "'\n");
        assertThatThrownBy(() -> redaction.restore(masked, "print('hello')\n")).isInstanceOf(ReplyScope.LeftoverPlaceholder.class)
                .hasMessageContaining("does not belong to this file");
    }

    @Test
    void aMadeUpKeyIsRefused() {
        assertThatThrownBy(() -> redaction.restore("k = 'sk_live_" + "00000Hq0yjWD0rjtT1zdp7dc'", "k = '" + KEY + "'")).hasMessageContaining("made-up key");
    }

    @Test
    void namesAndPlacesOfPeopleAreHidden() {
        String text = redaction.mask("""
                  File "/home/alice/shop/app/main.py", line 3, in <module>
                  File "/home/bob/other/lib.py", line 9, in call
                  File "/home/alice/.pyenv/versions/3.12.1/lib/python3.12/json/decoder.py", line 1, in decode
                  File "C:\\Users\\carol\\x.py", line 1, in f
                PermissionError: alice may not write
                """);
        assertThat(text).doesNotContain("alice").doesNotContain("bob").doesNotContain("carol");
        assertThat(text).contains("File \"app/main.py\", line 3").contains("<python>/lib/python3.12/json/decoder.py");
    }

    @Test
    void codeThatNamesAPersonCanBePutBack() throws Exception {
        String file = "DATA = \"/home/alice/shop/data.csv\"\nOWNER = 'alice'\n";
        String masked = redaction.maskCode(file);
        assertThat(masked).doesNotContain("alice");
        assertThat(redaction.restore(masked, file)).isEqualTo(file);
    }

    @Test
    void aKeyOfManyLinesIsOnePlaceholderInAnyWindow() {
        String key = "-----BEGIN PRIVATE KEY-----\n" + "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n".repeat(6) + "-----END PRIVATE KEY-----";
        String file = "A = 1\nKEY = \"\"\"" + key + "\"\"\"\nB = 2\n";
        int middle = file.indexOf("MIIE") + 40;
        assertThat(redaction.maskWindow(file, middle, file.length())).doesNotContain("MIIE").endsWith("\"\"\"\nB = 2\n");
        assertThat(redaction.maskWindow(file, 0, file.length())).isEqualTo(redaction.maskCode(file));
    }

    @Test
    void dotEnvFilesAreReadAsPeopleWriteThem() {
        assertThat(DotEnv.read("""
                # comment
                export API_TOKEN="a b#c"
                DB_PASS='p w'   # kept secret
                PLAIN=value # comment
                EMPTY=
                KEY="-----BEGIN\\nX"
                """)).containsAllEntriesOf(Map.of("API_TOKEN", "a b#c", "PLAIN", "value", "EMPTY", "", "KEY", "-----BEGIN\nX"));
    }

    @Test
    void whatIsNoSecretStays() {
        for (String clean : List.of("password = getpass(\"Password: \")\n", "token = tokens[0]\n", "def login(user, password=None):\n", "self.token = token\n",
                "if password == confirm_password:\n", "raise ValueError(\"token must be a string\")\n", "auth = (username, password)\n",
                "API_KEY = os.environ[\"API_KEY\"]\n", "headers = {\"Authorization\": f\"Bearer {token}\"}\n", "key = \"name\"\n", "secret: str = field(repr=False)\n",
                "print(\"password:\", password)\n", "TOKEN_URL = \"https://example.com/oauth/token\"\n", "hashlib.sha256(b\"x\").hexdigest()\n",
                "parser.add_argument(\"--token\", help=\"access token\")\n", "postgres = \"postgresql://{user}:{password}@{host}/db\"\n",
                "x = \"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789\"\n", "from django.contrib.auth.tokens import default_token_generator\n",
                "form = {\"password\": \"This field is required.\"}\n", "error_messages = {'password_mismatch': _('The two password fields did not match.')}\n")) {
            assertThat(redaction.maskCode(clean)).isEqualTo(clean);
        }
    }

    @Test
    void cleanCodeIsHardlyMasked() throws IOException {
        Optional<Path> library = library();
        Assumptions.assumeTrue(library.isPresent(), "no Python library found to measure with");
        Redaction plain = new Redaction(KnownSecrets.NONE, Path.of("/srv/shop"));
        Pattern token = Pattern.compile("\\w+|[^\\w\\s]");
        long tokens = 0;
        long masked = 0;
        int files = 0;
        try (Stream<Path> all = Files.walk(library.get())) {
            for (Path file : all.filter(path -> path.toString().endsWith(".py") && !path.toString().contains("test") && !path.toString().contains("site-packages"))
                    .sorted().limit(600).toList()) {
                try {
                    String text = Files.readString(file);
                    tokens += token.matcher(text).results().count();
                    masked += Pattern.compile("CODEHEALS_").matcher(plain.maskCode(text)).results().count();
                    files++;
                } catch (MalformedInputException _) {
                    // Not UTF-8: another encoding is not what is measured here.
                }
            }
        }
        assertThat(files).isGreaterThan(100);
        assertThat(masked / (double) tokens).as("%d of %d tokens in %d files", masked, tokens, files).isLessThanOrEqualTo(0.01);
    }

    private static Optional<Path> library() throws IOException {
        for (Path place : List.of(Path.of("/usr/lib"), Path.of("/usr/local/lib"))) {
            if (Files.isDirectory(place)) {
                try (Stream<Path> found = Files.list(place)) {
                    Optional<Path> library = found.filter(path -> path.getFileName().toString().matches("python3\\.\\d+") && Files.exists(path.resolve("ast.py"))).findFirst();
                    if (library.isPresent()) {
                        return library;
                    }
                }
            }
        }
        return Optional.empty();
    }
}
