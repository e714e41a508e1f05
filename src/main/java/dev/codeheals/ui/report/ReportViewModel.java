package dev.codeheals.ui.report;

import dev.codeheals.report.ReportFormat;
import dev.codeheals.ui.task.Work;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Which report is wanted, and what it would look like.
public final class ReportViewModel {
    private final ReportMaker maker;
    private final @Nullable Path project;
    private final Work work;
    private final InstantSource clock;
    private final ObjectProperty<ReportFormat> format = new SimpleObjectProperty<>(ReportFormat.HTML);
    private final ObjectProperty<Period> period = new SimpleObjectProperty<>(Period.MONTH);
    private final BooleanProperty onlyProject = new SimpleBooleanProperty(true);
    private final ReadOnlyStringWrapper preview = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Saved> saved = new ReadOnlyObjectWrapper<>();
    private int generation;

    /// How saving went.
    ///
    /// @param problem empty if it went well
    public record Saved(Path target, String problem) {}

    /// @param project the project shown now; null if there is none
    public ReportViewModel(ReportMaker maker, @Nullable Path project, Work work, InstantSource clock) {
        this.maker = maker;
        this.project = project;
        this.work = work;
        this.clock = clock;
    }

    public ObjectProperty<ReportFormat> formatProperty() {
        return format;
    }

    public ObjectProperty<Period> periodProperty() {
        return period;
    }

    public BooleanProperty onlyProjectProperty() {
        return onlyProject;
    }

    public ReadOnlyStringProperty previewProperty() {
        return preview.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Saved> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /// A name to save it under.
    public String suggestedName() {
        return "codeheals-report." + format.get().extension();
    }

    public void refresh() {
        int mine = ++generation;
        ReportFormat wanted = format.get();
        Instant since = period.get().start(clock.instant());
        Path of = onlyProject.get() ? project : null;
        busy.set(true);
        work.run(() -> maker.preview(wanted, since, of), text -> {
            if (mine == generation) {
                busy.set(false);
                preview.set(text);
            }
        }, broken -> {
            if (mine == generation) {
                busy.set(false);
                preview.set(String.valueOf(broken.getMessage()));
            }
        });
    }

    /// Whether what is chosen looks different from its preview, which is plain text.
    public boolean forEyes() {
        return format.get() == ReportFormat.HTML || format.get() == ReportFormat.PDF;
    }

    /// Shows the report as it would be saved, in the program the user has for it.
    public void look(Consumer<String> open) {
        ReportFormat wanted = format.get();
        Instant since = period.get().start(clock.instant());
        Path of = onlyProject.get() ? project : null;
        busy.set(true);
        work.run(() -> maker.shown(wanted, since, of), address -> {
            busy.set(false);
            open.accept(address);
        }, broken -> {
            busy.set(false);
            saved.set(new Saved(Path.of(suggestedName()), String.valueOf(broken.getMessage())));
        });
    }

    public void save(Path target) {
        ReportFormat wanted = format.get();
        Instant since = period.get().start(clock.instant());
        Path of = onlyProject.get() ? project : null;
        busy.set(true);
        work.run(() -> {
            maker.write(wanted, since, of, target);
            return target;
        }, written -> {
            busy.set(false);
            saved.set(new Saved(written, ""));
        }, broken -> {
            busy.set(false);
            saved.set(new Saved(target, String.valueOf(broken.getMessage())));
        });
    }
}
