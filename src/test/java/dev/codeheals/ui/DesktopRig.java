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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/// The real window over a real engine in a folder of its own, and ways to wait for it.
public final class DesktopRig {
    private final Stage stage;
    private final MainWindow window;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private final AtomicReference<Application> application = new AtomicReference<>();
    private final AtomicReference<Desk> desk = new AtomicReference<>();
    private final StallWatch stalls = new StallWatch();

    /// Called on the interface thread.
    public DesktopRig(Stage stage, Path data, Map<String, String> choices) {
        this.stage = stage;
        Fonts.load();
        Map<String, String> kept = new ConcurrentHashMap<>(Map.of("theme", "LIGHT", "language", "en", "tour", "seen"));
        kept.putAll(choices);
        stage.setMaximized(false);
        stage.setX(0);
        stage.setY(0);
        window = new MainWindow(stage, new Preferences() {
            @Override
            public String get(String name, String fallback) {
                return kept.getOrDefault(name, fallback);
            }

            @Override
            public void put(String name, String value) {
                kept.put(name, value);
            }
        }, opened::add, (title, words) -> told.add(title + ": " + words));
        window.show(() -> {
            Application fresh = Application.open(ApplicationOptions.offline(data));
            application.set(fresh);
            return fresh;
        }, desk::set);
    }

    /// What was told outside the window.
    List<String> told() {
        return told;
    }

    /// The addresses that were handed to other programs.
    List<String> opened() {
        return opened;
    }

    Stage stage() {
        return stage;
    }

    public Application application() {
        until("the store is open", () -> application.get() != null);
        return application.get();
    }

    public Desk desk() {
        until("the desk stands", () -> desk.get() != null);
        return desk.get();
    }

    public OpenProject open(Path folder) {
        Desk shown = desk();
        AtomicReference<OpenProject> found = new AtomicReference<>();
        fx(() -> shown.open(folder, found::set));
        until("the project is open", () -> found.get() != null);
        OpenProject project = found.get();
        until("its command is known", () -> !project.commandProperty().get().isBlank() && project.isolationProperty().get() != null);
        return project;
    }

    /// Opens a broken project, trusts it, runs it and waits for the fix.
    public OpenProject healed(Path folder) {
        OpenProject project = open(folder);
        int before = application().reviews().waiting().size();
        fx(() -> {
            desk().overlay().close();
            project.trust();
            project.run();
        });
        until("a fix waits", () -> application().reviews().waiting().size() > before && !project.runningProperty().get());
        return project;
    }

    /// The node a selector names, if it is shown now.
    <T extends Node> Optional<T> find(String selector, Class<T> type) {
        return onFx(() -> stage.getScene().getRoot().lookupAll(selector).stream().filter(node -> type.isInstance(node) && shown(node)).map(type::cast)
                .findFirst());
    }

    /// A broken project with a month of history.
    public Path withHistory(Path folder, int heals) throws IOException {
        Path project = BrokenProject.missingImport(folder);
        new SeededHistory(application().reBanker(), project.toRealPath().toString(), Instant.now()).fill(application().journal(), application().knowledge(), heals);
        return project;
    }

    /// What can be read in the node a selector names.
    List<String> texts(String selector) {
        return onFx(() -> stage.getScene().getRoot().lookupAll(selector).stream().filter(DesktopRig::shown).flatMap(DesktopRig::below)
                .filter(DesktopRig::shown).filter(Labeled.class::isInstance).map(node -> ((Labeled) node).getText()).filter(t -> t != null && !t.isBlank()).toList());
    }

    static Stream<Node> below(Node node) {
        return node instanceof Parent parent ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(DesktopRig::below))
                : Stream.of(node);
    }

    /// Presses a button as the keyboard would, wherever it is scrolled to.
    void press(String selector) {
        ButtonBase button = find(selector, ButtonBase.class).orElseThrow();
        fx(button::fire);
    }

    void choose(String selector, int index) {
        ComboBox<?> box = find(selector, ComboBox.class).orElseThrow();
        fx(() -> box.getSelectionModel().select(index));
    }

    void type(String selector, String text) {
        TextInputControl field = find(selector, TextInputControl.class).orElseThrow();
        fx(() -> {
            field.requestFocus();
            field.setText(text);
        });
    }

    /// Whether a decision is being carried out.
    boolean busy() {
        return find("#review-busy", Node.class).isPresent();
    }

    static boolean shown(Node node) {
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

    public void size(double width, double height) {
        fx(() -> {
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    public void fx(Runnable action) {
        Platform.runLater(action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Waits for a condition; fails with its name.
    public static void until(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(180, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("Waited in vain until " + what, e);
        }
    }

    void shot(String name) {
        WaitForAsyncUtils.waitForFxEvents(6);
        until("nothing is still being read", () -> find(".progress-indicator", Node.class).isEmpty());
        WritableImage image = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> stage.getScene().snapshot(null));
        try {
            Path target = Files.createDirectories(Path.of("target", "screenshots"));
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", target.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void close() {
        stalls.endOfWindow();
        fx(window::close);
    }
}
