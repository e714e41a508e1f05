package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codeheals.engine.promote.PromotionResult;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// P4, P5, P6: what a patch does not mention stays as it is, byte for byte and bit for bit, forth and back.
@EnabledOnOs({OS.LINUX, OS.MAC})
class FidelityProofTest {
    @TempDir(factory = InMemoryFolder.class)
    Path folder;

    private record Encoding(String name, String cookie, Charset charset, boolean mark, String letters, boolean readable) {}

    private static final List<Encoding> ENCODINGS = List.of(
            new Encoding("utf-8", "", StandardCharsets.UTF_8, false, "äß→日本", true),
            new Encoding("utf-8-sig", "", StandardCharsets.UTF_8, true, "äß→日本", true),
            new Encoding("latin-1", "# -*- coding: latin-1 -*-", StandardCharsets.ISO_8859_1, false, "äßé", true),
            new Encoding("cp1252", "# vim: set fileencoding=cp1252 :", Charset.forName("windows-1252"), false, "ä€“", true),
            new Encoding("shift_jis", "# coding=shift_jis", Charset.forName("Shift_JIS"), false, "日本ソ", true),
            new Encoding("utf-16", "", StandardCharsets.UTF_16, false, "äß", false));

    @Test
    void bytesOutsideTheHunkStay() throws IOException {
        int runs = 0;
        int refused = 0;
        List<String> wrong = new ArrayList<>();
        List<String> controls = new ArrayList<>();
        try (Workshop workshop = new Workshop(folder)) {
            for (Encoding encoding : ENCODINGS) {
                for (String eol : List.of("\n", "\r\n", "\r", "mixed")) {
                    Map<String, byte[]> files = files(encoding, eol);
                    runs += files.size();
                    Map<String, byte[]> after = changed(workshop, files);
                    files.forEach((name, before) -> {
                        byte[] result = after.get(name);
                        if (result == null ? encoding.readable() : !Arrays.equals(result, expected(before))) {
                            wrong.add(name);
                        }
                        if (!Arrays.equals(byLines(before), expected(before))) {
                            controls.add(name);
                        }
                    });
                    refused += files.size() - after.size();
                }
            }
        }
        ProofTable.add(new ProofTable.Row("P4", "bytes outside the hunks stay; what cannot be written back is refused", refused + " refused", runs,
                wrong.size(), "reading and writing lines as UTF-8 damages " + controls.size()));
        assertThat(runs).isGreaterThanOrEqualTo(240);
        assertThat(wrong).isEmpty();
        assertThat(controls).isNotEmpty();
    }

    private static Map<String, byte[]> files(Encoding encoding, String eol) {
        Map<String, byte[]> files = new TreeMap<>();
        for (boolean lastEol : new boolean[] {true, false}) {
            for (String oddity : List.of("", "\t", "\f", "\u0000", "    ")) {
                files.put("f_" + encoding.charset().name().replace('-', '_') + encoding.mark() + eol.hashCode() + "_" + files.size() + ".py",
                        bytes(encoding, eol, lastEol, oddity));
            }
        }
        return files;
    }

    private static byte[] bytes(Encoding encoding, String eol, boolean lastEol, String oddity) {
        List<String> lines = List.of(encoding.cookie().isEmpty() ? "x = 0" : encoding.cookie(), "text = '" + encoding.letters() + "'",
                "def f():", oddity.isBlank() && !oddity.isEmpty() ? oddity + "    return OLD" : "    return OLD  # " + oddity, "y = '" + encoding.letters() + oddity + "'");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String end = eol.equals("mixed") ? List.of("\n", "\r\n", "\r").get(i % 3) : eol;
            text.append(lines.get(i)).append(i < lines.size() - 1 || lastEol ? end : "");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (encoding.mark()) {
            bytes.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        }
        bytes.writeBytes(text.toString().getBytes(encoding.charset()));
        return bytes.toByteArray();
    }

    /// The bytes with OLD replaced, found as bytes.
    private static byte[] expected(byte[] before) {
        String raw = new String(before, StandardCharsets.ISO_8859_1);
        return raw.replace("OLD", "NEWER").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] byLines(byte[] before) {
        List<String> lines = new String(before, StandardCharsets.UTF_8).lines().map(l -> l.replace("OLD", "NEWER")).toList();
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> changed(Workshop workshop, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(workshop.root().resolve(file.getKey()), file.getValue());
        }
        ProjectSnapshot snapshot = ProjectSnapshot.of(workshop.root());
        List<FileChange> changes = new ArrayList<>();
        for (String name : files.keySet()) {
            int at = snapshot.file(name).map(f -> f.text().indexOf("OLD")).orElse(0);
            CandidatePatch patch = new CandidatePatch("rule:test", "Change it", List.of(FileEdit.of(name, new Replacement(at, at + 3, "NEWER"))),
                    Tier.A, 0.5, null, "");
            snapshot.changes(patch).ifPresent(changes::addAll);
        }
        Map<String, byte[]> after = new TreeMap<>();
        if (!changes.isEmpty()) {
            Workshop.promoted(workshop.promoter().promote(workshop.root(), "", changes));
        }
        for (FileChange change : changes) {
            after.put(change.file(), Files.readAllBytes(workshop.root().resolve(change.file())));
        }
        return after;
    }

    @Test
    void metadataStays() throws IOException {
        int runs = 0;
        int wrong = 0;
        int damagedByControl = 0;
        try (Workshop workshop = new Workshop(folder)) {
            Path shared = Files.createDirectory(workshop.root().resolve("shared"));
            Files.setAttribute(shared, "unix:mode", 042775);
            for (String place : List.of("", "shared/")) {
                for (int mode : new int[] {0644, 0600, 0755, 0750, 0664, 0640, 0700, 0606}) {
                    Path file = Files.writeString(workshop.root().resolve(place + "m" + runs++ + ".py"), "1\n");
                    Files.setAttribute(file, "unix:mode", 0100000 | mode);
                    boolean attributes = attribute(file, "user.note", "kept");
                    String before = facts(file, attributes);
                    Workshop.promoted(workshop.promote(Workshop.change(workshop.root().relativize(file).toString(), "1\n", "2\n")));
                    wrong += facts(file, attributes).equals(before) && Files.readString(file).equals("2\n") ? 0 : 1;
                    naive(file);
                    damagedByControl += facts(file, attributes).equals(before) ? 0 : 1;
                }
            }
        }
        ProofTable.add(new ProofTable.Row("P5", "mode, owner, group and extended attributes stay", runs, wrong,
                "a temporary file moved over the old one damages " + damagedByControl));
        assertThat(wrong).isZero();
        assertThat(damagedByControl).isPositive();
    }

    @Test
    void ownersStayWhereTheSystemLetsThem() throws IOException {
        Path probe = Files.writeString(folder.resolve("probe"), "");
        assumeTrue((int) Files.getAttribute(probe, "unix:uid") == 0, "only root can own files for others");
        try (Workshop workshop = new Workshop(folder)) {
            Path file = Files.writeString(workshop.root().resolve("a.py"), "1\n");
            Files.setAttribute(file, "unix:uid", 12345);
            Files.setAttribute(file, "unix:gid", 23456);
            Workshop.promoted(workshop.promote(Workshop.change("a.py", "1\n", "2\n")));
            assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(12345);
            assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(23456);
        }
    }

    private static String facts(Path file, boolean attributes) throws IOException {
        String unix = Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS) + " " + Files.getAttribute(file, "unix:uid") + " "
                + Files.getAttribute(file, "unix:gid");
        return attributes ? unix + Files.getFileAttributeView(file, UserDefinedFileAttributeView.class).list() : unix;
    }

    private static boolean attribute(Path file, String name, String value) throws IOException {
        UserDefinedFileAttributeView view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        if (view == null || !Files.getFileStore(file).supportsFileAttributeView("user")) {
            return false;
        }
        view.write(name.substring("user.".length()), ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8)));
        return true;
    }

    private static void naive(Path file) throws IOException {
        Path temp = Files.createTempFile(file.getParent(), "naive", ".tmp");
        Files.writeString(temp, "3\n");
        Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void linksStayLinksOrAreRefused() throws IOException {
        int wrong = 0;
        int replaced = 0;
        try (Workshop workshop = new Workshop(folder.resolve("links"))) {
            Path real = Files.writeString(workshop.root().resolve("real.py"), "1\n");
            Path outside = Files.writeString(folder.resolve("outside.py"), "1\n");
            Path inside = Files.createSymbolicLink(workshop.root().resolve("inside.py"), Path.of("real.py"));
            Path away = Files.createSymbolicLink(workshop.root().resolve("away.py"), outside);
            Path second = Files.createLink(workshop.root().resolve("second.py"), outside);
            Workshop.promoted(workshop.promote(Workshop.change("inside.py", "1\n", "2\n")));
            wrong += Files.isSymbolicLink(inside) && Files.readString(real).equals("2\n") ? 0 : 1;
            for (String name : List.of("away.py", "second.py")) {
                boolean refused = workshop.promote(Workshop.change(name, "1\n", "2\n")) instanceof PromotionResult.Refused;
                wrong += refused && Files.readString(outside).equals("1\n") ? 0 : 1;
            }
            for (Path link : List.of(inside, away, second)) {
                naive(link);
                replaced += Files.isSymbolicLink(link) || Files.isSameFile(link, outside) ? 0 : 1;
            }
        }
        ProofTable.add(new ProofTable.Row("P5", "links inside stay links; links outside and second names are refused", 3, wrong,
                "a temporary file moved over them replaces " + replaced));
        assertThat(replaced).as("without the protection").isEqualTo(3);
        assertThat(wrong).isZero();
    }

    @Test
    void everyPromotionCanBeTakenBackToTheBit() throws IOException {
        rollBack(40);
    }

    @Test
    @Tag("proof")
    void aThousandPromotionsCanBeTakenBackToTheBit() throws IOException {
        rollBack(1000);
    }

    private void rollBack(int rounds) throws IOException {
        Random random = new Random(7);
        int wrong = 0;
        int different = 0;
        for (int round = 0; round < rounds; round += 10) {
            List<String> ids = new ArrayList<>();
            List<String> states = new ArrayList<>();
            Path place = Files.createDirectories(folder.resolve("r" + round));
            try (Workshop workshop = new Workshop(place)) {
                Path file = Files.write(workshop.root().resolve("a.py"), noise(random));
                Files.setAttribute(file, "unix:mode", 0100000 | List.of(0644, 0755, 0600).get(random.nextInt(3)));
                Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(random.nextInt(1 << 30), random.nextInt(999_999_999))));
                for (int i = 0; i < 10; i++) {
                    states.add(state(file));
                    byte[] before = Files.readAllBytes(file);
                    ids.add(Workshop.promoted(workshop.promote(new FileChange("a.py", before, noise(random)))));
                    Path plain = Files.write(workshop.root().resolve("plain.py"), before);
                    different += state(plain).equals(states.getLast()) ? 0 : 1;
                }
            }
            try (Workshop reopened = new Workshop(place)) {
                for (int i = 9; i >= 0; i--) {
                    boolean undone = reopened.undo().undo(ids.get(i)) instanceof PromotionResult.Promoted;
                    wrong += undone && state(reopened.root().resolve("a.py")).equals(states.get(i)) ? 0 : 1;
                }
            }
        }
        ProofTable.add(new ProofTable.Row("P6", "undo after a restart restores bytes, mode and time", rounds, wrong,
                "writing the old bytes back leaves " + different + " with another mode or time"));
        assertThat(different).as("without the protection").isPositive();
        assertThat(wrong).isZero();
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(1, 4000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String state(Path file) throws IOException {
        return Arrays.hashCode(Files.readAllBytes(file)) + " " + Files.getAttribute(file, "unix:mode") + " " + Files.getLastModifiedTime(file);
    }
}
