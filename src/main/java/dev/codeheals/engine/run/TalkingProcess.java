package dev.codeheals.engine.run;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A process that answers each line it gets with one line. Killing it is safe from any thread; asking is for one thread at a time.
public final class TalkingProcess implements AutoCloseable {
    private final Process process;
    private final ProcessTree tree;
    private final BufferedWriter requests;
    private final BufferedReader answers;

    TalkingProcess(Process process, ProcessTree.Kind kind) {
        this.process = process;
        this.tree = new ProcessTree(process, kind);
        this.requests = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /// Sends a line and waits for the answer.
    ///
    /// @throws IOException if the process ended, was killed or did not answer in time; it is dead then
    public String ask(String line, Duration atMost) throws IOException {
        CountDownLatch answered = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> killUnless(answered, atMost));
        try {
            requests.write(line);
            requests.write('\n');
            requests.flush();
            return next();
        } catch (IOException e) {
            kill();
            throw e;
        } finally {
            answered.countDown();
        }
    }

    private String next() throws IOException {
        String answer = answers.readLine();
        if (answer == null) {
            throw new EOFException("The process ended without an answer.");
        }
        return answer;
    }

    private void killUnless(CountDownLatch answered, Duration atMost) {
        try {
            if (!answered.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Ends it with everything it started.
    public void kill() {
        tree.kill();
    }

    @Override
    public void close() {
        kill();
    }
}
