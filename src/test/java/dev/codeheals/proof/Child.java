package dev.codeheals.proof;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.promote.FileOperations;
import dev.codeheals.engine.promote.PromotionResult;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.store.Database;
import dev.codeheals.store.Envelopes;
import dev.codeheals.store.ProjectLock;
import dev.codeheals.store.SqliteJournal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Another process of the program, made to be killed.
final class Child {
    private Child() {}

    /// Starts one; its standard output tells what it has done.
    static Process start(Path errors, List<String> before, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", System.getProperty("java.class.path"), Child.class.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command).redirectError(errors.toFile()).start();
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "promote" -> promote(new Workshop(folder), Integer.parseInt(arguments[2]));
            case "forget" -> promote(new Workshop(folder, new ForgetfulFiles(FileOperations.best()), () -> { }), Integer.parseInt(arguments[2]));
            case "overwrite" -> overwrite(folder);
            case "append" -> append(folder, Integer.parseInt(arguments[2]));
            case "own" -> own(folder);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /// The two states a file goes between.
    static byte[] state(char letter, int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) letter);
        return bytes;
    }

    private static void promote(Workshop opened, int rounds) throws IOException {
        try (Workshop workshop = opened) {
            SqliteJournal journal = new SqliteJournal(workshop.database(), Envelopes.CLOCK);
            int cutShort = workshop.promoter().reconcile().size();
            Path file = workshop.root().resolve("a.py");
            say("ready " + cutShort);
            for (int i = 0; i < rounds; i++) {
                byte[] before = Files.readAllBytes(file);
                byte[] after = state(before[0] == 'A' ? 'B' : 'A', before.length);
                Envelope kept = journal.append(Envelopes.proposal(), List.of());
                PromotionResult result = workshop.promoter().promote(workshop.root(), kept.envelopeId(), List.of(new FileChange("a.py", before, after)));
                say((result instanceof PromotionResult.Promoted ? "promoted " : "failed " + result.message()) + kept.envelopeId());
            }
        }
    }

    private static void overwrite(Path folder) throws IOException {
        Path file = folder.resolve("project").resolve("a.py");
        say("ready 0");
        while (true) {
            byte[] before = Files.readAllBytes(file);
            Files.write(file, state(before.length > 0 && before[0] == 'A' ? 'B' : 'A', 2 << 20));
        }
    }

    private static void append(Path folder, int count) {
        try (Database database = Database.open(folder, Envelopes.CLOCK)) {
            SqliteJournal journal = new SqliteJournal(database, Envelopes.CLOCK);
            for (int i = 0; i < count; i++) {
                say(journal.append(Envelopes.proposal(), List.of()).envelopeId());
            }
        }
    }

    private static void own(Path folder) throws IOException {
        ProjectLock.Attempt attempt = ProjectLock.acquire(folder.resolve("data"), folder, "proof", InstantSource.system());
        say(switch (attempt) {
            case ProjectLock.Attempt.Owned _ -> "owner";
            case ProjectLock.Attempt.HeldBy held -> "other " + held.owner().pid();
            case ProjectLock.Attempt.Unguarded unguarded -> unguarded.reason();
        });
        int asked = System.in.read();
        if (asked >= 0 && attempt instanceof ProjectLock.Attempt.Owned owned) {
            owned.lock().close();
        }
    }

    private static void say(String line) {
        PrintStream out = System.out;
        out.println(line);
        out.flush();
    }
}
