package dev.codeheals.ui.control;

import java.util.List;
import javafx.scene.layout.VBox;

/// A unified diff to read: added, removed and context lines apart by sign and ground.
public final class DiffText extends VBox {
    private static final int MOST = 400;

    public DiffText(String diff) {
        getStyleClass().add("diff-text");
        diff.lines().filter(line -> !line.startsWith("diff --git") && !line.startsWith("index ")).limit(MOST).forEach(line -> {
            CodeLine code = new CodeLine();
            code.show(List.of(Run.styled(line.isEmpty() ? " " : line, style(line))));
            if (line.startsWith("+") && !line.startsWith("+++")) {
                code.getStyleClass().add("added");
            } else if (line.startsWith("-") && !line.startsWith("---")) {
                code.getStyleClass().add("removed");
            }
            getChildren().add(code);
        });
        setAccessibleText(diff);
    }

    private static String style(String line) {
        return line.startsWith("@@") || line.startsWith("+++") || line.startsWith("---") ? "code-comment" : "";
    }
}
