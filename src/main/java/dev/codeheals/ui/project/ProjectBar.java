package dev.codeheals.ui.project;

import dev.codeheals.ui.control.Mark;
import dev.codeheals.ui.control.MarkKind;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.controlsfx.control.ToggleSwitch;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The toolbar: which project, whether it is trusted, what is run, run and watch; the palette and the theme at the right.
public final class ProjectBar extends HBox {
    /// Below this the search button and the trust badge keep their icons only, and the command gives room to the project's name.
    private static final double NARROW = 960;
    private final Ui ui;
    private final Workspace workspace;
    private final Runnable askTrust;
    private final HBox middle = new HBox(10);

    /// @param askTrust shows the trust question for the project shown now
    public ProjectBar(Ui ui, Workspace workspace, FolderRequests requests, Runnable askTrust, Runnable palette) {
        super(10);
        this.ui = ui;
        this.workspace = workspace;
        this.askTrust = askTrust;
        getStyleClass().add("project-bar");
        HBox logo = Parts.row(3, new Mark(ui.texts(), MarkKind.ROLLBACK), new Mark(ui.texts(), MarkKind.PROMOTE));
        logo.getStyleClass().add("logo");
        logo.setAccessibleText(ui.text("app.name"));
        Button search = Parts.button(ui.text("bar.palette"), palette, "search-button");
        search.setGraphic(Parts.icon(Feather.SEARCH));
        search.setId("bar-palette");
        search.setAccessibleText(ui.text("bar.palette"));
        widthProperty().subscribe(width -> search.setText(width.doubleValue() < NARROW ? "" : ui.text("bar.palette")));
        Button theme = Parts.iconButton(Feather.MOON, ui.text("action.theme"), ui.appearance()::nextTheme);
        theme.setId("bar-theme");
        ui.appearance().themeProperty().subscribe(now -> theme.setGraphic(Parts.icon(switch (now) {
            case LIGHT -> Feather.SUN;
            case DARK -> Feather.MOON;
            case CONTRAST -> Feather.CIRCLE;
        })));
        HBox.setHgrow(middle, Priority.ALWAYS);
        middle.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().addAll(logo, menu(requests), middle, search, theme);
        workspace.currentProperty().subscribe(this::show);
    }

    private MenuButton menu(FolderRequests requests) {
        MenuButton menu = new MenuButton();
        menu.getStyleClass().add("project-menu");
        menu.setId("project-menu");
        menu.setMinWidth(120);
        workspace.currentProperty().subscribe(project -> menu.setText(project == null ? ui.text("bar.noProject") : project.name()));
        menu.setOnShowing(_ -> {
            menu.getItems().clear();
            workspace.projects().forEach(project -> menu.getItems().add(item(project.name(), () -> workspace.turnTo(project))));
            if (!menu.getItems().isEmpty()) {
                menu.getItems().addAll(item(ui.text("bar.close"), workspace::leave), new SeparatorMenuItem());
            }
            menu.getItems().add(item(ui.text("welcome.open"), requests.chooseFolder()));
            menu.getItems().add(item(ui.text("welcome.sample"), requests.trySample()));
            menu.getItems().add(new SeparatorMenuItem());
            workspace.recent().stream().limit(8).forEach(settings ->
                    menu.getItems().add(item(settings.root().toString(), () -> workspace.open(settings.root(), _ -> {}))));
        });
        menu.getItems().add(item(ui.text("welcome.open"), requests.chooseFolder()));
        return menu;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void show(@Nullable OpenProject project) {
        middle.getChildren().clear();
        if (project != null) {
            middle.getChildren().addAll(trust(project), command(project), run(project), watch(project));
        }
    }

    private Button trust(OpenProject project) {
        Button badge = Parts.button("", askTrust, "trust-badge");
        badge.setId("trust-badge");
        project.settingsProperty().subscribe(settings -> {
            String word = ui.text(settings.trusted() ? "bar.trusted" : "bar.restricted");
            badge.textProperty().bind(widthProperty().map(width -> width.doubleValue() < NARROW ? "" : word));
            badge.setAccessibleText(word);
            badge.setGraphic(Parts.icon(settings.trusted() ? Feather.SHIELD : Feather.LOCK));
            badge.setTooltip(new Tooltip(ui.text(settings.trusted() ? "bar.trusted.tip" : "bar.restricted.tip")));
            badge.setMouseTransparent(settings.trusted());
            badge.setFocusTraversable(!settings.trusted());
        });
        return badge;
    }

    private HBox command(OpenProject project) {
        ComboBox<String> command = new ComboBox<>();
        Parts.follow(project.suggestedCommands(), () -> command.getItems().setAll(project.suggestedCommands()));
        command.setEditable(true);
        command.setId("command");
        command.getStyleClass().add("command");
        command.getEditor().textProperty().bindBidirectional(project.commandProperty());
        command.setPromptText(ui.text("bar.command"));
        command.setMinWidth(110);
        command.prefWidthProperty().bind(widthProperty().map(width -> width.doubleValue() < NARROW ? 150 : 320));
        command.setMaxWidth(460);
        command.setAccessibleText(ui.text("bar.command"));
        Label prompt = Parts.label("$", "code", "muted");
        HBox box = Parts.row(6, prompt, command);
        HBox.setHgrow(command, Priority.ALWAYS);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private Button run(OpenProject project) {
        Button run = Parts.button(ui.text("bar.run"), () -> toggle(project), "run-button");
        run.setId("run");
        project.runningProperty().subscribe(running -> {
            run.setText(ui.text(running ? "bar.stop" : "bar.run"));
            run.setGraphic(Parts.icon(running ? Feather.SQUARE : Feather.PLAY));
        });
        run.setTooltip(new Tooltip(ui.text("bar.run.tip")));
        return run;
    }

    private void toggle(OpenProject project) {
        if (!project.trusted()) {
            askTrust.run();
        } else if (project.runningProperty().get()) {
            project.cancel();
        } else {
            project.run();
        }
    }

    private ToggleSwitch watch(OpenProject project) {
        ToggleSwitch toggle = new ToggleSwitch(ui.text("bar.watch"));
        toggle.setId("watch");
        toggle.setTooltip(new Tooltip(ui.text("bar.watch.tip")));
        project.settingsProperty().subscribe(settings -> toggle.setDisable(!settings.trusted()));
        BooleanProperty wanted = new SimpleBooleanProperty();
        project.watchingProperty().subscribe(wanted::set);
        toggle.selectedProperty().bindBidirectional(wanted);
        wanted.subscribe(on -> {
            if (on != project.watchingProperty().get()) {
                project.watch(on);
            }
        });
        toggle.setMinWidth(USE_PREF_SIZE);
        return toggle;
    }
}
