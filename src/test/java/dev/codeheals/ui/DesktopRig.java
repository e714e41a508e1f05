package dev.codeheals.ui;

import dev.codeheals.ui.project.OpenProject;
import dev.codeheals.ui.settings.Preferences;
import dev.codeheals.ui.shell.Desk;
import dev.codeheals.ui.shell.MainWindow;
import dev.codeheals.ui.theme.Fonts;
import dev.codeheals.wiring.Application;
import dev.codeheals.wiring.ApplicationOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/// The real window over a real engine in a folder of its own, and ways to wait for it.
final class DesktopRig {
    private final Stage stage;
    private final MainWindow window;
    private final AtomicReference<Application> application = new AtomicReference<>();
    private final AtomicReference<Desk> desk = new AtomicReference<>();

    /// Called on the interface thread.
    DesktopRig(Stage stage, Path data, Map<String, String> choices) {
        this.stage = stage;
        Fonts.load();
        Map<String, String> kept = new ConcurrentHashMap<>(Map.of("theme", "LIGHT", "language", "en"));
        kept.putAll(choices);
        stage.setMaximized(false);
        window = new MainWindow(stage, new Preferences() {
            @Override
            public String get(String name, String fallback) {
                return kept.getOrDefault(name, fallback);
            }

            @Override
            public void put(String name, String value) {
                kept.put(name, value);
            }
        }, _ -> {});
        window.show(() -> {
            Application opened = Application.open(ApplicationOptions.offline(data));
            application.set(opened);
            return opened;
        }, desk::set);
    }

    Application application() {
        until("the store is open", () -> application.get() != null);
        return application.get();
    }

    Desk desk() {
        until("the desk stands", () -> desk.get() != null);
        return desk.get();
    }

    OpenProject open(Path folder) {
        Desk shown = desk();
        AtomicReference<OpenProject> opened = new AtomicReference<>();
        fx(() -> shown.open(folder, opened::set));
        until("the project is open", () -> opened.get() != null);
        OpenProject project = opened.get();
        until("its command is known", () -> !project.commandProperty().get().isBlank() && project.isolationProperty().get() != null);
        return project;
    }

    /// The node a selector names, if it is shown now.
    <T extends Node> Optional<T> find(String selector, Class<T> type) {
        return onFx(() -> stage.getScene().getRoot().lookupAll(selector).stream().filter(node -> type.isInstance(node) && shown(node)).map(type::cast)
                .findFirst());
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    static <T> T onFx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, question);
    }

    void size(double width, double height) {
        fx(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    void fx(Runnable action) {
        Platform.runLater(action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Waits for a condition; fails with its name.
    static void until(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(180, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("Waited in vain until " + what, e);
        }
    }

    void shot(String name) {
        WaitForAsyncUtils.waitForFxEvents(6);
        WritableImage image = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> stage.getScene().snapshot(null));
        try {
            Path target = Files.createDirectories(Path.of("target", "screenshots"));
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", target.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() {
        fx(window::close);
    }
}
