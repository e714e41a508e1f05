package dev.codeheals.ui.shell;

import dev.codeheals.engine.classify.ProjectPaths;
import dev.codeheals.ui.classify.Classification;
import dev.codeheals.ui.classify.ClassifyView;
import dev.codeheals.ui.classify.ClassifyViewModel;
import dev.codeheals.ui.control.Action;
import dev.codeheals.ui.control.Navigator;
import dev.codeheals.ui.control.Overlay;
import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.control.Toasts;
import dev.codeheals.ui.control.Ui;
import dev.codeheals.ui.patterns.PatternsViewModel;
import dev.codeheals.ui.project.FolderRequests;
import dev.codeheals.ui.project.OpenProject;
import dev.codeheals.ui.project.ProjectBar;
import dev.codeheals.ui.project.TrustSheet;
import dev.codeheals.ui.project.WelcomeView;
import dev.codeheals.ui.project.Workspace;
import dev.codeheals.ui.settings.SettingsView;
import dev.codeheals.ui.theme.Appearance;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Everything in the window: the frame, the projects and their screens, the ways between them.
public final class Desk implements Navigator {
    private final Ui ui;
    private final DeskParts parts;
    private final Workspace workspace;
    private final ShellViewModel model;
    private final Overlay overlay = new Overlay();
    private final Toasts toasts;
    private final ShellView shell;
    private final StatusBar status;
    private final LastRuns lastRuns;
    private final WelcomeView welcome;
    private final Tour tour;
    private final Map<OpenProject, ProjectScreens> screens = new HashMap<>();
    private final Map<Screen, Region> bare = new HashMap<>();
    private final FolderRequests requests;
    private @Nullable Region failurePage;

    Desk(Ui ui, DeskParts parts) {
        this.ui = ui;
        this.parts = parts;
        this.workspace = new Workspace(parts.application(), ui.work());
        this.model = new ShellViewModel(ui.texts());
        this.toasts = new Toasts(ui);
        this.status = new StatusBar(ui, parts.application().model());
        this.lastRuns = new LastRuns(ui);
        this.requests = new FolderRequests(this::chooseFolder, this::openSample);
        this.welcome = new WelcomeView(ui, workspace, requests);
        this.tour = new Tour(ui, parts.firstVisit()::over);
        model.screenProperty().subscribe(screen -> {
            if (screen == Screen.REVIEW) {
                toasts.arrived();
            }
        });
        actions();
        ProjectBar bar = new ProjectBar(ui, workspace, requests, this::askTrust, this::openPalette);
        this.shell = new ShellView(ui, model, overlay, toasts, new ShellView.Frame(bar, lastRuns, status, tour), this::content);
        workspace.currentProperty().subscribe(this::turn);
        parts.application().notices().forEach(toasts::say);
        parts.application().onNotice(sentence -> Platform.runLater(() -> toasts.say(sentence)));
    }

    public Region root() {
        return shell;
    }

    public Workspace workspace() {
        return workspace;
    }

    /// Where sheets are shown.
    public Overlay overlay() {
        return overlay;
    }

    /// The pattern library of the project shown now.
    ///
    /// @throws IllegalStateException if no project is open
    public PatternsViewModel patterns() {
        OpenProject project = workspace.currentProperty().get();
        if (project == null) {
            throw new IllegalStateException("No project is open.");
        }
        return screens.computeIfAbsent(project, this::build).patterns();
    }

    /// How the window looks.
    public Appearance appearance() {
        return ui.appearance();
    }

    /// A message in the corner.
    public void say(String text) {
        toasts.say(text);
    }

    /// The folder of the project shown now; null if there is none.
    public @Nullable Path projectRoot() {
        OpenProject project = workspace.currentProperty().get();
        return project == null ? null : project.root();
    }

    /// Puts the shortcuts on their keys and takes dropped folders.
    public void install(Scene scene) {
        shell.install(scene);
        FolderDrop.install(scene, folder -> open(folder, _ -> {}));
    }

    /// Opens a folder; asks for trust where it is not trusted yet.
    public void open(Path folder, Consumer<OpenProject> then) {
        workspace.open(folder, project -> {
            then.accept(project);
            if (!project.trusted()) {
                askTrust();
            }
        });
    }

    /// Opens a fresh copy of the sample project, trusted because it is our own, and runs it.
    public void openSample() {
        ui.work().run(parts.sample(), folder -> open(folder, project -> {
            project.trust();
            project.commandProperty().subscribe(command -> {
                if (!command.isBlank() && project.runs().isEmpty()) {
                    project.run();
                }
            });
        }));
    }

    private void openPalette() {
        shell.openPalette();
    }

    private void chooseFolder() {
        parts.folderChooser().get().ifPresent(folder -> open(folder, _ -> {}));
    }

    private void actions() {
        model.add(new Action("action.open", "Shortcut+O", this::chooseFolder));
        model.add(new Action("action.sample", "", this::openSample));
        model.add(new Action("action.run", "F5", () -> with(this::run)));
        model.add(new Action("action.stop", "Shift+F5", () -> with(OpenProject::cancel)));
        model.add(new Action("action.watch", "Shortcut+Shift+W", () -> with(p -> p.watch(!p.watchingProperty().get()))));
        model.add(new Action("action.trust", "", this::askTrust));
        model.add(new Action("action.close", "", workspace::leave));
        model.add(new Action("action.tour", "", tour::start));
        new ScreenActions(ui, this::open, this::withScreens).addTo(model);
        model.add(new Action("action.output", "Shortcut+T", () -> withScreens(s -> {
            open(Screen.LIVE);
            s.live().outputShownProperty().set(!s.live().outputShownProperty().get());
        })));
    }

    private void run(OpenProject project) {
        if (project.trusted()) {
            project.run();
        } else {
            askTrust();
        }
    }

    private void with(Consumer<OpenProject> action) {
        OpenProject project = workspace.currentProperty().get();
        if (project != null) {
            action.accept(project);
        }
    }

    private void withScreens(Consumer<ProjectScreens> action) {
        with(project -> {
            ProjectScreens of = screens.get(project);
            if (of != null) {
                action.accept(of);
            }
        });
    }

    private void askTrust() {
        with(project -> {
            if (!project.trusted()) {
                overlay.show(new TrustSheet(ui, project, overlay));
            }
        });
    }

    private void turn(@Nullable OpenProject project) {
        failurePage = null;
        screens.keySet().retainAll(workspace.projects());
        model.badge(Screen.REVIEW).unbind();
        model.badge(Screen.REVIEW).set(0);
        if (project == null) {
            status.show(null, null, null, this);
            lastRuns.show(null, _ -> {});
        } else {
            ProjectScreens of = screens.computeIfAbsent(project, this::build);
            model.badge(Screen.REVIEW).bind(javafx.beans.binding.Bindings.size(of.review().waiting()));
            status.show(project, of.live(), of.breaker(), this);
            lastRuns.show(project, run -> {
                of.live().shownRunProperty().set(run);
                of.live().outputShownProperty().set(true);
                open(Screen.LIVE);
            });
        }
        shell.refresh(this::content);
    }

    private ProjectScreens build(OpenProject project) {
        ProjectScreens built = new ProjectScreens(ui, project, new ProjectScreens.Context(parts.application(), parts.clock(), this, overlay,
                parts.reports(), parts.settings(), parts.onPlace(), parts.showDocument()));
        project.troubleProperty().subscribe(trouble -> {
            if (!trouble.isEmpty()) {
                toasts.say(trouble);
            }
        });
        project.settingsProperty().subscribe(settings -> {
            if (settings.trusted() && parts.firstVisit().begin()) {
                ui.work().later(tour::start);
            }
        });
        new Announcements(ui, toasts, this, parts.desktopNotice(), this::watching).follow(project);
        return built;
    }

    /// Whether a new proposal is already before the user's eyes.
    private boolean watching() {
        Screen shown = model.screenProperty().get();
        return shown == Screen.REVIEW || (shown == Screen.LIVE && failurePage == null);
    }

    private Region content(Screen screen) {
        OpenProject project = workspace.currentProperty().get();
        Region page = failurePage;
        if (page != null && screen == Screen.LIVE) {
            return page;
        }
        if (project != null) {
            return screens.computeIfAbsent(project, this::build).screen(screen);
        }
        return switch (screen) {
            case CLASSIFY -> bare.computeIfAbsent(screen, _ -> new ClassifyView(ui, new ClassifyViewModel(
                    new Classification(parts.application().reBanker()), ProjectPaths.UNKNOWN, ui.work()), parts.onPlace()));
            case SETTINGS -> bare.computeIfAbsent(screen, _ -> new SettingsView(ui, parts.settings().model(null), parts.settings().sections()));
            case LIVE, REVIEW, TIMELINE, BREAKER, KNOWLEDGE, PATTERNS, REPORTS -> welcome;
        };
    }

    @Override
    public void open(Screen screen) {
        failurePage = null;
        model.screenProperty().set(screen);
        shell.refresh(this::content);
    }

    @Override
    public void review(String envelopeId) {
        withScreens(s -> s.review().open(envelopeId));
        open(Screen.REVIEW);
    }

    @Override
    public void failure(String envelopeId) {
        withScreens(s -> {
            model.screenProperty().set(Screen.LIVE);
            failurePage = s.failure(envelopeId);
            shell.refresh(this::content);
        });
    }

    @Override
    public void pattern(long patternId) {
        withScreens(s -> s.patterns().open(patternId));
        open(Screen.PATTERNS);
    }
}
