import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The least a JavaFX program can do: an empty window of our window's size that leaves once it was drawn.
public final class EmptyWindow extends Application {
    @Override
    public void start(Stage stage) {
        Scene scene = new Scene(new StackPane(), 1280, 820);
        stage.setScene(scene);
        stage.show();
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
}
