package dev.codeheals.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.codeheals.ui.control.Screen;
import dev.codeheals.wiring.ModelAccess;
import dev.codeheals.wiring.ModelChoice;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Classify, settings with a language model that answers, palette, shortcuts sheet and the tour.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ToolsFxTest {
    @TempDir
    Path folder;
    private DesktopRig rig;

    @Start
    void start(Stage stage) {
        rig = new DesktopRig(stage, folder.resolve("data"), Map.of());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void pastedOutputIsClassified(FxRobot robot) throws IOException {
        rig.size(1280, 800);
        rig.desk();
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT8);
        DesktopRig.until("the screen is there", () -> rig.find("#classify-input", TextArea.class).isPresent());
        rig.fx(() -> rig.find("#classify-input", TextArea.class).orElseThrow().setText("""
                Traceback (most recent call last):
                  File "shop.py", line 3, in <module>
                    total(rows)
                ZeroDivisionError: division by zero
                """));
        DesktopRig.until("it is explained", () -> rig.texts(".classify").stream().anyMatch(t -> t.equals("ZeroDivisionError: division by zero")));
        assertThat(rig.texts(".classify")).contains("shop.py:3");
    }

    @Test
    void aModelIsChosenAndItsConnectionTested(FxRobot robot) throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            String reply = JsonNodeFactory.instance.objectNode().put("id", "1").put("model", "tiny").set("choices", JsonNodeFactory.instance.arrayNode()
                    .add(JsonNodeFactory.instance.objectNode().put("finish_reason", "stop").set("message",
                            JsonNodeFactory.instance.objectNode().put("role", "assistant").put("content", "OK")))).toString();
            for (int i = 0; i < 4; i++) {
                server.enqueue(new MockResponse.Builder().addHeader("Content-Type", "application/json").body(reply).build());
            }
            rig.size(1280, 800);
            rig.desk();
            robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT9);
            DesktopRig.until("the screen is there", () -> rig.find("#model-compatible", Node.class).isPresent());
            assertThat(rig.find("#model-test", Button.class)).as("offline asks for nothing").isEmpty();
            rig.press("#model-compatible");
            rig.type("#model-address", "http://127.0.0.1:" + server.getPort() + "/v1");
            rig.type("#model-name", "tiny");
            rig.press("#model-test");
            DesktopRig.until("the answer is told", () -> rig.find("#model-result", Label.class).map(l -> !l.getText().isEmpty()).orElse(false));

            assertThat(rig.find("#model-result", Label.class).orElseThrow().getText()).startsWith("✓");
            assertThat(server.getRequestCount()).isPositive();
        }
    }

    @Test
    void theStatusBarTellsWhatWasSentAndCutsTheNetwork() throws IOException {
        ModelAccess model = rig.application().model();
        rig.size(1280, 800);
        rig.open(BrokenProject.missingImport(folder.resolve("quiet")));
        DesktopRig.until("offline", () -> shown("#bytes-sent").startsWith("Offline, 0"));
        assertThat(rig.find("#network-switch", Button.class)).as("offline there is nothing to cut").isEmpty();
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            model.choose(new ModelChoice.Compatible("http://127.0.0.1:" + server.getPort() + "/v1", "tiny"));
            server.enqueue(new MockResponse.Builder().body("{\"data\":[{\"id\":\"tiny\"}]}").build());
            assertThat(model.models().models()).containsExactly("tiny");
            DesktopRig.until("bytes are told", () -> shown("#bytes-sent").matches("Model on, [1-9].*"));

            rig.press("#network-switch");
            DesktopRig.until("it is cut", () -> shown("#bytes-sent").startsWith("Offline"));
            assertThat(model.models().problem()).isNotEmpty();
            assertThat(server.getRequestCount()).isEqualTo(1);

            rig.press("#network-switch");
            DesktopRig.until("it is allowed again", () -> shown("#bytes-sent").startsWith("Model on"));
        }
    }

    private String shown(String id) {
        return rig.find(id, Button.class).map(Button::getText).orElse("");
    }

    @Test
    void otherProgramsAreAnsweredOnlyWhileTheUserWantsIt(FxRobot robot) throws IOException {
        rig.size(1280, 800);
        rig.desk();
        assertThat(rig.application().endpoints().serving()).as("off unless chosen").isEmpty();
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT9);
        DesktopRig.until("the screen is there", () -> rig.find("#serve-on", ToggleSwitch.class).isPresent());
        ToggleSwitch toggle = rig.find("#serve-on", ToggleSwitch.class).orElseThrow();
        rig.fx(() -> {
            rig.find("#serve-port", Spinner.class).orElseThrow().getEditor().setText("0");
            rig.find("#serve-port", Spinner.class).orElseThrow().commitValue();
            toggle.setSelected(true);
        });
        DesktopRig.until("the address is shown", () -> rig.find("#serve-address", TextField.class).isPresent());
        HttpUrl metrics = HttpUrl.get(rig.find("#serve-address", TextField.class).orElseThrow().getText());
        Request undo = new Request.Builder().url(metrics.newBuilder().encodedPath("/undo").build()).post(RequestBody.create(new byte[0])).build();
        String token = rig.find("#serve-token", TextField.class).orElseThrow().getText();

        assertThat(status(new Request.Builder().url(metrics).build())).isEqualTo(200);
        assertThat(status(undo)).isEqualTo(401);
        assertThat(status(undo.newBuilder().header("Authorization", "Bearer " + token).build())).as("nothing to undo").isEqualTo(409);
        rig.fx(() -> toggle.setSelected(false));
        DesktopRig.until("it is over", () -> rig.application().endpoints().serving().isEmpty());
        assertThatThrownBy(() -> status(new Request.Builder().url(metrics).build())).isInstanceOf(ConnectException.class);
    }

    private static int status(Request request) throws IOException {
        try (Response response = new OkHttpClient().newCall(request).execute()) {
            return response.code();
        }
    }

    @Test
    void thePaletteFindsAnActionByItsWordsAndTheSheetListsTheKeys(FxRobot robot) throws IOException {
        rig.size(1280, 800);
        rig.open(BrokenProject.missingImport(folder.resolve("basket")));
        rig.fx(() -> rig.desk().overlay().close());
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        DesktopRig.until("the palette is open", () -> rig.find("#palette-query", TextField.class).isPresent());
        robot.write("breaker stop").push(KeyCode.ENTER);
        DesktopRig.until("it is done", () -> rig.find("#breaker-state", Label.class).map(l -> l.getText().equals("Stopped by you")).orElse(false));
        robot.push(KeyCode.F1);
        DesktopRig.until("the keys are listed", () -> rig.texts(".overlay").contains("Approve and apply"));
        robot.push(KeyCode.ESCAPE);
        assertThat(rig.desk().overlay().showing()).isFalse();
    }
}
