package dev.codeheals.ui.shell;

import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Detached;
import dev.codeheals.project.SampleProject;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import dev.codeheals.ui.notice.DesktopNotice;
import dev.codeheals.ui.report.StoredReports;
import dev.codeheals.ui.settings.EditorCommand;
import dev.codeheals.ui.settings.EndpointsViewModel;
import dev.codeheals.ui.settings.ModelPreferences;
import dev.codeheals.ui.settings.Preferences;
import dev.codeheals.ui.task.Ticking;
import dev.codeheals.ui.task.Work;
import dev.codeheals.ui.text.Texts;
import dev.codeheals.ui.text.Times;
import dev.codeheals.ui.theme.Appearance;
import dev.codeheals.ui.theme.ThemeChoice;
import dev.codeheals.ui.theme.ZoomPane;
import dev.codeheals.wiring.Application;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The program's one window: shown at once, filled when the store is open, built again when the language changes.
public final class MainWindow {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 820;
    private final Stage stage;
    private final Preferences preferences;
    private final Consumer<String> showDocument;
    private final DesktopNotice notices;
    private final InstantSource clock = InstantSource.system();
    private final ObjectProperty<Instant> now = new SimpleObjectProperty<>(clock.instant());
    private final Ticking ticking = new Ticking(Duration.ofSeconds(5), () -> now.set(clock.instant()));
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final Appearance appearance = new Appearance(Platform.getPreferences());
    private final StackPane holder = new StackPane();
    private @Nullable Application application;
    private @Nullable Desk desk;

    /// @param showDocument opens an address with the program the user has for it
    /// @param notices      tells something outside the window
    public MainWindow(Stage stage, Preferences preferences, Consumer<String> showDocument, DesktopNotice notices) {
        this.notices = notices;
        this.stage = stage;
        this.preferences = preferences;
        this.showDocument = showDocument;
        remember();
    }

    private void remember() {
        appearance.choiceProperty().set(ThemeChoice.valueOf(preferences.get("theme", ThemeChoice.SYSTEM.name())));
        appearance.zoomTo(Double.parseDouble(preferences.get("zoom", "1")));
        appearance.choiceProperty().subscribe((_, choice) -> keep("theme", choice.name()));
        appearance.zoomProperty().subscribe((_, zoom) -> keep("zoom", String.valueOf(zoom)));
    }

    private void keep(String name, String value) {
        soon(() -> preferences.put(name, value));
    }

    /// Shows the window, opens the application in the background, and hands on the desk once it stands.
    public void show(Callable<Application> opening, Consumer<Desk> then) {
        holder.getStyleClass().add("shell");
        Scene scene = new Scene(new ZoomPane(holder, appearance.zoomProperty()), WIDTH, HEIGHT);
        appearance.dress(scene);
        stage.setScene(scene);
        stage.setMinWidth(1000);
        stage.setMinHeight(700);
        Ui ui = ui(Texts.of(Locale.forLanguageTag(preferences.get("language", Locale.getDefault().getLanguage()))));
        stage.setTitle(ui.text("app.name"));
        stage.show();
        ticking.start();
        ui.work().run(() -> {
            Application opened = opening.call();
            ModelPreferences.read(preferences).apply(opened.model());
            return opened;
        }, opened -> {
            application = opened;
            Desk built = build(ui, opened);
            then.accept(built);
        }, broken -> holder.getChildren().setAll(Parts.paragraph(ui.text("app.broken", String.valueOf(broken.getMessage())))));
    }

    private Ui ui(Texts texts) {
        Work work = new Work(this::soon, Platform::runLater, this::failed);
        return new Ui(texts, new Times(texts, ZoneId.systemDefault()), appearance, work, now);
    }

    /// What comes after the window was closed is of no use any more.
    private void soon(Runnable job) {
        if (!background.isShutdown()) {
            background.execute(job);
        }
    }

    private void failed(Throwable broken) {
        Desk shown = desk;
        if (shown != null) {
            shown.say(broken.getMessage() == null ? broken.toString() : broken.getMessage());
        }
    }

    private Desk build(Ui ui, Application opened) {
        SettingsParts settings = new SettingsParts(ui, preferences, opened.model(),
                new EndpointsViewModel(opened.endpoints(), preferences, ui.work()), locale -> {
            keep("language", locale.toLanguageTag());
            rebuild(opened, locale);
        });
        Desk built = new Desk(ui, new DeskParts(opened, clock, new StoredReports(opened), settings,
                () -> SampleProject.copyTo(Files.createTempDirectory("codeheals-sample")), () -> chooseFolder(ui), this::openPlace, showDocument, this::tellDesktop,
                new FirstVisit(preferences, this::soon)));
        desk = built;
        Region root = built.root();
        holder.getChildren().setAll(root);
        Scene scene = stage.getScene();
        scene.getAccelerators().clear();
        built.install(scene);
        return built;
    }

    private void rebuild(Application opened, Locale locale) {
        Desk before = desk;
        Path project = before == null ? null : before.projectRoot();
        Desk fresh = build(ui(Texts.of(locale)), opened);
        if (project != null) {
            fresh.open(project, _ -> {});
        }
    }

    private Optional<Path> chooseFolder(Ui ui) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(ui.text("welcome.open"));
        File chosen = chooser.showDialog(stage);
        return chosen == null ? Optional.empty() : Optional.of(chosen.toPath());
    }

    /// Only while the user does not look at the window, and wants to be told.
    private void tellDesktop(String words) {
        boolean seen = stage.isFocused() && !stage.isIconified();
        if (!seen && Boolean.parseBoolean(preferences.get("notify", "true"))) {
            String title = stage.getTitle();
            soon(() -> notices.show(title, words));
        }
    }

    private void openPlace(String place) {
        int colon = place.lastIndexOf(':');
        Path file = Path.of(colon < 0 ? place : place.substring(0, colon));
        Desk shown = desk;
        Path project = shown == null ? null : shown.projectRoot();
        Path full = project == null ? file : project.resolve(file);
        if (Files.isRegularFile(full)) {
            soon(() -> edit(full, line(place.substring(colon + 1))));
        }
    }

    private static int line(String text) {
        return !text.isEmpty() && text.length() < 8 && text.chars().allMatch(Character::isDigit) ? Integer.parseInt(text) : 1;
    }

    /// In the editor the user chose, else in the program the system has for it.
    private void edit(Path file, int line) {
        try {
            Optional<Command> editor = EditorCommand.at(preferences.get(EditorCommand.PREFERENCE, ""), file, line);
            if (editor.isPresent()) {
                Detached.start(editor.get());
            } else {
                Platform.runLater(() -> showDocument.accept(file.toUri().toString()));
            }
        } catch (IOException | IllegalArgumentException e) {
            Platform.runLater(() -> failed(e));
        }
    }

    /// Ends everything that runs.
    public void close() {
        ticking.stop();
        Application open = application;
        if (open != null) {
            open.close();
        }
        background.shutdownNow();
    }
}
