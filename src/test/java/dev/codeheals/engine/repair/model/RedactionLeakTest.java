package dev.codeheals.engine.repair.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Seeded secrets of every kind, wherever secrets turn up: none may be seen after redaction.
class RedactionLeakTest {
    private static final int EACH = 20;
    private static final Map<String, String> PEM = Map.of("rsa", "RSA PRIVATE KEY", "ec", "EC PRIVATE KEY", "openssh", "OPENSSH PRIVATE KEY",
            "pkcs8", "PRIVATE KEY", "encrypted", "ENCRYPTED PRIVATE KEY", "dsa", "DSA PRIVATE KEY", "pgp", "PGP PRIVATE KEY BLOCK");
    private final Redaction redaction = new Redaction(KnownSecrets.NONE, Path.of("/srv/shop"));

    static Stream<SecretRules.Kind> kinds() {
        return SecretRules.kinds().stream();
    }

    static Stream<String> pemKinds() {
        return PEM.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noKnownKindIsSeenWhereverItStands(SecretRules.Kind kind) {
        SampleMaker maker = new SampleMaker(new Random(kind.id().hashCode() + 1));
        for (int i = 0; i < EACH; i++) {
            SampleMaker.Sample sample = maker.make(kind.sample());
            List<String> places = places(sample.text());
            for (int place = i % 3; place < places.size(); place += 3) {
                String text = places.get(place);
                String seen = place % 2 == 0 ? redaction.maskCode(text) : redaction.mask(text);
                sample.parts().forEach(part -> assertThat(seen).as(text).doesNotContain(part));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noKnownKindIsSeenInAnotherEncoding(SecretRules.Kind kind) {
        SampleMaker maker = new SampleMaker(new Random(kind.id().hashCode() + 2));
        for (int i = 0; i < EACH; i++) {
            SampleMaker.Sample sample = maker.make(kind.sample());
            byte[] bytes = sample.text().getBytes(StandardCharsets.UTF_8);
            for (String encoded : List.of(Base64.getEncoder().encodeToString(bytes), Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                    HexFormat.of().formatHex(bytes), URLEncoder.encode(sample.text(), StandardCharsets.UTF_8))) {
                String code = "blob = decode(\"" + encoded + "\")\n";
                String piece = encoded.substring(encoded.length() / 3, encoded.length() * 2 / 3);
                assertThat(redaction.maskCode(code)).as(sample.text()).doesNotContain(piece);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pemKinds")
    void noPrivateKeyIsSeen(String kind) {
        SampleMaker maker = new SampleMaker(new Random(kind.hashCode()));
        for (int i = 0; i < EACH; i++) {
            List<String> lines = Stream.generate(() -> maker.draw("A-Za-z0-9+/", 64)).limit(12).toList();
            String key = "-----BEGIN " + PEM.get(kind) + "-----\n" + String.join("\n", lines) + "\n-----END " + PEM.get(kind) + "-----";
            String cut = "-----BEGIN " + PEM.get(kind) + "-----\n" + String.join("\n", lines) + "\n";
            String joined = "KEY = (\"-----BEGIN " + PEM.get(kind) + "-----\\n\"\n" + String.join("\n", lines.stream().map(line -> "       \"" + line + "\\n\"").toList())
                    + "\n       \"-----END " + PEM.get(kind) + "-----\\n\")\n";
            for (String text : List.of("KEY = \"\"\"" + key + "\"\"\"\nx = 1\n", "KEY = '" + key.replace("\n", "\\n") + "'\n", "PRIVATE_KEY=" + key + "\nHOME=/root\n",
                    joined, cut, Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)))) {
                String seen = redaction.maskCode(text) + redaction.mask(text);
                lines.forEach(line -> assertThat(seen).as(text).doesNotContain(line));
            }
        }
    }

    @Test
    void aKindNobodyKnowsIsHiddenByItsNameOrItsLooks() {
        Random random = new Random(7);
        SampleMaker maker = new SampleMaker(random);
        List<String> names = List.of("ACME_API_KEY", "frobnicator_token", "clientSecret", "db_password", "X-Auth-Token", "service_account_key", "smtp_pass",
                "signing_secret", "encryption_key", "webhook_secret");
        List<String> alphabets = List.of("A-Za-z0-9", "a-f0-9", "A-Z0-9", "A-Za-z0-9+/", "a-z0-9");
        int leaked = 0;
        int total = 0;
        for (int i = 0; i < 1000; i++) {
            String secret = maker.draw(alphabets.get(i % alphabets.size()), 16 + random.nextInt(32));
            String name = names.get(random.nextInt(names.size()));
            for (String text : List.of(name + " = \"" + secret + "\"", "{\"" + name + "\": \"" + secret + "\"}", "connect(" + name.replace('-', '_') + "='" + secret + "')",
                    name + ": " + secret + "\n", "ValueError: bad " + name + "=" + secret + " given")) {
                total++;
                leaked += redaction.mask(text).contains(secret) ? 1 : 0;
            }
        }
        assertThat(leaked).as("of %d", total).isLessThanOrEqualTo(total / 50);
    }

    @Test
    void valuesKnownExactlyAreHiddenInEveryEncoding() {
        SampleMaker maker = new SampleMaker(new Random(11));
        for (int i = 0; i < 200; i++) {
            String secret = i % 3 == 0 ? "Tr0ub4dor&" + maker.draw("a-z", 3) + "/\"'" + maker.draw("0-9", 2) : maker.draw("a-z", 5) + maker.draw("A-Za-z0-9/+= ", 10) + "!x";
            Redaction exact = new Redaction(new KnownSecrets(Set.of(secret), Set.of()), Path.of("/srv/shop"));
            byte[] bytes = secret.strip().getBytes(StandardCharsets.UTF_8);
            byte[] login = ("bob:" + secret.strip()).getBytes(StandardCharsets.UTF_8);
            String url = URLEncoder.encode(secret.strip(), StandardCharsets.UTF_8);
            for (String form : List.of(secret.strip(), Base64.getEncoder().encodeToString(bytes), Base64.getUrlEncoder().encodeToString(bytes),
                    Base64.getEncoder().encodeToString(login), HexFormat.of().formatHex(bytes), HexFormat.of().withUpperCase().formatHex(bytes), url,
                    url.replace("+", "%20"), secret.strip().replace("\\", "\\\\").replace("\"", "\\\""))) {
                String text = "log.debug('got ' + '''" + form + "''')\n";
                assertThat(exact.maskCode(text)).as(text).doesNotContain(form).contains(Redaction.MARK);
            }
        }
    }

    private static List<String> places(String secret) {
        List<String> places = new ArrayList<>();
        places.add("client = Service(\"" + secret.replace("\n", "\\n") + "\")\n");
        places.add("Traceback (most recent call last):\n  File \"a.py\", line 3, in <module>\n    go()\nRuntimeError: request failed: " + secret + " was refused\n");
        places.add("{'endpoint': 'https://x.example', 'token': '" + secret.replace("\n", "\\n") + "', 'retries': 3}\n");
        places.add("url = f\"{base}/items?credential=" + secret.replace("\n", "\\n") + "&user={user}\"\n");
        places.add("NOTES = \"\"\"\nThe key:\n" + secret + "\nKeep it.\n\"\"\"\n");
        places.add("{\"data\": \"" + secret.replace("\"", "\\\"").replace("\n", "\\n") + "\"}\n");
        if (!secret.contains("\n")) {
            places.add("PATH=/usr/bin\nSERVICE_CREDENTIAL=" + secret + "\nHOME=/root\n");
            places.add("# old: " + secret + "\n");
            places.add("https://api.example.com/v1/items?access_token=" + URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20") + "&page=2\n");
        }
        return places;
    }
}
