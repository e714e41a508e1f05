package dev.codeheals.ui.live;

import dev.codeheals.engine.context.MetricsQuery;
import dev.codeheals.engine.context.MetricsSource;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.heal.HealingEvent;
import dev.codeheals.engine.knowledge.KnowledgeBase;
import dev.codeheals.ui.control.AnsiText;
import dev.codeheals.ui.control.Run;
import dev.codeheals.ui.project.Attempts;
import dev.codeheals.ui.project.FilterStack;
import dev.codeheals.ui.project.OpenProject;
import dev.codeheals.ui.project.RunRecord;
import dev.codeheals.ui.task.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is going on in the project now, and its failures so far.
public final class LiveViewModel {
    private static final int STRIP = 50;

    private final OpenProject project;
    private final Attempts attempts;
    private final FilterStack filters;
    private final MetricsSource metrics;
    private final KnowledgeBase knowledge;
    private final Work work;
    private final InstantSource clock;
    private final HealBoard board = new HealBoard();
    private final ObservableList<Envelope> strip = FXCollections.observableArrayList();
    private final ObservableList<Envelope> failures = FXCollections.observableArrayList();
    private final ObjectProperty<FailureFilter> filter = new SimpleObjectProperty<>(FailureFilter.ALL);
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Figures> figures = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty outputShown = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable RunRecord> shownRun = new SimpleObjectProperty<>();
    private final ObservableList<List<Run>> output = FXCollections.observableArrayList();

    public LiveViewModel(OpenProject project, Attempts attempts, FilterStack filters, Sources sources) {
        this.project = project;
        this.attempts = attempts;
        this.filters = filters;
        this.metrics = sources.metrics();
        this.knowledge = sources.knowledge();
        this.work = sources.work();
        this.clock = sources.clock();
        project.onEvents(this::happened);
        attempts.onChange(this::refresh);
        filter.subscribe(this::list);
        search.subscribe(this::list);
        filters.filters().subscribe(this::list);
        project.runs().subscribe(() -> {
            if (!project.runs().isEmpty()) {
                shownRun.set(project.runs().getFirst());
            }
        });
        shownRun.subscribe(this::readOutput);
    }

    /// Where figures come from and who fetches them.
    public record Sources(MetricsSource metrics, KnowledgeBase knowledge, Work work, InstantSource clock) {}

    public OpenProject project() {
        return project;
    }

    public HealBoard board() {
        return board;
    }

    /// The last envelopes, oldest first.
    public ObservableList<Envelope> strip() {
        return strip;
    }

    /// The last attempt of each heal that passes the filters, newest first.
    public ObservableList<Envelope> failures() {
        return failures;
    }

    public ObjectProperty<FailureFilter> filterProperty() {
        return filter;
    }

    public StringProperty searchProperty() {
        return search;
    }

    public ReadOnlyObjectProperty<@Nullable Figures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    public BooleanProperty outputShownProperty() {
        return outputShown;
    }

    public ObjectProperty<@Nullable RunRecord> shownRunProperty() {
        return shownRun;
    }

    /// The shown run's output, line by line.
    public ObservableList<List<Run>> output() {
        return output;
    }

    private void happened(List<HealingEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            if (i + 1 == events.size() || !outdated(events.get(i), events.get(i + 1))) {
                board.accept(events.get(i));
            }
        }
        boolean more = events.stream().anyMatch(e -> e instanceof HealingEvent.AttemptEnded || e instanceof HealingEvent.Ended);
        if (more) {
            attempts.reload();
        }
    }

    /// Whether nobody would see one event because of the next.
    private static boolean outdated(HealingEvent event, HealingEvent next) {
        return event instanceof HealingEvent.CandidateTried tried && next instanceof HealingEvent.CandidateTried later && tried.stage() == later.stage();
    }

    private void refresh() {
        List<Envelope> newest = attempts.newestProperty().get();
        strip.setAll(newest.subList(0, Math.min(STRIP, newest.size())).reversed());
        list();
        String root = project.root().toString();
        Instant now = clock.instant();
        Instant midnight = now.atZone(ZoneId.systemDefault()).toLocalDate().atStartOfDay(ZoneId.systemDefault()).toInstant();
        work.run(() -> new Figures(metrics.measure(new MetricsQuery(midnight, now.plusSeconds(1), root)),
                metrics.measure(new MetricsQuery(now.minus(Duration.ofDays(30)), now.plusSeconds(1), root)), knowledge.stats()), figures::set);
    }

    private void list() {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        failures.setAll(attempts.lastOfEachHeal().stream().filter(e -> filter.get().passes(e) && filters.passes(e.createdAt()))
                .filter(e -> wanted.isEmpty() || words(e).contains(wanted)).toList());
    }

    private static String words(Envelope envelope) {
        var diagnosis = envelope.sealed().diagnosis();
        return (diagnosis.clusterId() + " " + diagnosis.message() + " " + diagnosis.file() + " " + envelope.fixDescription()).toLowerCase(Locale.ROOT);
    }

    private void readOutput(@Nullable RunRecord run) {
        if (run == null) {
            output.clear();
            return;
        }
        work.run(() -> AnsiText.lines(run.outcome().text()), lines -> {
            if (run.equals(shownRun.get())) {
                output.setAll(lines);
            }
        });
    }
}
