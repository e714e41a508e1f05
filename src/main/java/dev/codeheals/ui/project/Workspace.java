package dev.codeheals.ui.project;

import dev.codeheals.project.ProjectSettings;
import dev.codeheals.ui.task.Work;
import dev.codeheals.wiring.Application;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The projects the user has open, and the ones opened before.
public final class Workspace {
    private final Application application;
    private final Work work;
    private final ObservableList<OpenProject> open = FXCollections.observableArrayList();
    private final ObservableList<ProjectSettings> recent = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable OpenProject> current = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Trouble> trouble = new SimpleObjectProperty<>(Trouble.NONE);

    /// Why a folder was not opened.
    public enum Trouble { NONE, MISSING, NOT_A_FOLDER, UNREADABLE, FAILED }

    public Workspace(Application application, Work work) {
        this.application = application;
        this.work = work;
        refreshRecent();
    }

    public ObservableList<OpenProject> projects() {
        return open;
    }

    /// Newest first, whether open or not.
    public ObservableList<ProjectSettings> recent() {
        return recent;
    }

    public ReadOnlyObjectProperty<@Nullable OpenProject> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public ObjectProperty<Trouble> troubleProperty() {
        return trouble;
    }

    /// Opens a folder, or turns to it if it is open; {@code then} gets it.
    public void open(Path folder, Consumer<OpenProject> then) {
        trouble.set(Trouble.NONE);
        work.run(() -> check(folder), found -> {
            if (found != Trouble.NONE) {
                trouble.set(found);
                return;
            }
            work.run(() -> application.session(folder), session -> {
                OpenProject project = open.stream().filter(p -> p.session() == session).findFirst().orElseGet(() -> add(new OpenProject(session, work)));
                current.set(project);
                refreshRecent();
                then.accept(project);
            }, broken -> {
                trouble.set(Trouble.FAILED);
                work.failed().accept(broken);
            });
        });
    }

    public void turnTo(OpenProject project) {
        current.set(project);
    }

    /// Leaves the project shown now; the one opened before it is shown next.
    public void leave() {
        OpenProject leaving = current.get();
        if (leaving != null) {
            open.remove(leaving);
            leaving.close();
            current.set(open.isEmpty() ? null : open.getLast());
        }
    }

    private OpenProject add(OpenProject project) {
        open.add(project);
        return project;
    }

    private static Trouble check(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return Trouble.MISSING;
        }
        if (!Files.isDirectory(folder)) {
            return Trouble.NOT_A_FOLDER;
        }
        return Files.isReadable(folder) ? Trouble.NONE : Trouble.UNREADABLE;
    }

    private void refreshRecent() {
        work.run(() -> application.projects().recent(), (List<ProjectSettings> found) -> recent.setAll(found));
    }
}
