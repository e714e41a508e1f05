package dev.codeheals.ui;

import dev.codeheals.project.DataFolder;
import dev.codeheals.project.PreferencesFile;
import dev.codeheals.ui.notice.DesktopNotice;
import dev.codeheals.ui.settings.Preferences;
import dev.codeheals.ui.shell.MainWindow;
import dev.codeheals.ui.theme.Fonts;
import dev.codeheals.wiring.ApplicationOptions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The desktop program. Reached by name only, so that the command line never loads JavaFX.
public final class Window extends Application {
    private @Nullable MainWindow window;

    /// Opens the window and returns when it is closed.
    ///
    /// @throws RuntimeException if there is no usable display
    public static void open(List<String> arguments) {
        launch(Window.class, arguments.toArray(String[]::new));
    }

    @Override
    public void start(Stage stage) {
        Fonts.load();
        LaunchOptions options = Arguments.read(getParameters().getRaw());
        PreferencesFile file = new PreferencesFile(DataFolder.choose(options.data()));
        Preferences preferences = new Preferences() {
            @Override
            public String get(String name, String fallback) {
                return file.get(name, fallback);
            }

            @Override
            public void put(String name, String value) {
                file.put(name, value);
            }
        };
        stage.getIcons().setAll(icons());
        MainWindow opened = new MainWindow(stage, preferences, getHostServices()::showDocument, DesktopNotice.ofThisDesktop());
        window = opened;
        opened.show(() -> dev.codeheals.wiring.Application.open(ApplicationOptions.offline(DataFolder.choose(options.data()))), desk -> {
            if (options.demo()) {
                desk.openSample();
            } else if (options.project() != null) {
                desk.open(options.project(), _ -> {});
            }
            if (options.rehearsal()) {
                leaveWhenShown(stage.getScene());
            }
        });
    }

    /// Two frames: the first draws the desk, the second proves that it was drawn.
    private static void leaveWhenShown(Scene scene) {
        int[] frames = {2};
        scene.addPostLayoutPulseListener(() -> {
            frames[0]--;
            if (frames[0] == 0) {
                Platform.exit();
            }
            Platform.requestNextPulse();
        });
        Platform.requestNextPulse();
    }

    private static List<Image> icons() {
        return Stream.of(16, 32, 48, 128).map(size -> Window.class.getResourceAsStream("/icon/codeheals-" + size + ".png")).filter(Objects::nonNull)
                .map(Image::new).toList();
    }

    @Override
    public void stop() {
        MainWindow open = window;
        if (open != null) {
            open.close();
        }
    }
}
