package dev.codeheals.ui.shell;

import dev.codeheals.engine.classify.ClusterRules;
import dev.codeheals.engine.classify.ProjectPaths;
import dev.codeheals.engine.heal.HealingEvent;
import dev.codeheals.ui.breaker.BreakerView;
import dev.codeheals.ui.breaker.BreakerViewModel;
import dev.codeheals.ui.classify.Classification;
import dev.codeheals.ui.classify.ClassifyView;
import dev.codeheals.ui.classify.ClassifyViewModel;
import dev.codeheals.ui.control.Navigator;
import dev.codeheals.ui.control.Overlay;
import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.control.Ui;
import dev.codeheals.ui.failure.FailureView;
import dev.codeheals.ui.failure.FailureViewModel;
import dev.codeheals.ui.failure.Grouping;
import dev.codeheals.ui.knowledge.KnowledgeView;
import dev.codeheals.ui.knowledge.KnowledgeViewModel;
import dev.codeheals.ui.live.LiveView;
import dev.codeheals.ui.live.LiveViewModel;
import dev.codeheals.ui.patterns.PatternsView;
import dev.codeheals.ui.patterns.PatternsViewModel;
import dev.codeheals.ui.project.Attempts;
import dev.codeheals.ui.project.FilterStack;
import dev.codeheals.ui.project.OpenProject;
import dev.codeheals.ui.report.ReportMaker;
import dev.codeheals.ui.report.ReportView;
import dev.codeheals.ui.report.ReportViewModel;
import dev.codeheals.ui.review.ReviewView;
import dev.codeheals.ui.review.ReviewViewModel;
import dev.codeheals.ui.settings.SettingsView;
import dev.codeheals.ui.settings.SettingsViewModel;
import dev.codeheals.ui.timeline.TimelineView;
import dev.codeheals.ui.timeline.TimelineViewModel;
import dev.codeheals.wiring.Application;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.layout.Region;

/// The screens of one open project, each built when it is first shown.
final class ProjectScreens {
    private final Ui ui;
    private final OpenProject project;
    private final Context context;
    private final LiveViewModel live;
    private final BreakerViewModel breaker;
    private final ReviewViewModel review;
    private final TimelineViewModel timeline;
    private final KnowledgeViewModel knowledge;
    private final PatternsViewModel patterns;
    private final FailureViewModel failure;
    private final FailureView failureView;
    private final SettingsViewModel settings;
    private final Map<Screen, Region> built = new EnumMap<>(Screen.class);

    /// What all projects share.
    ///
    /// @param onPlace      opens {@code file:line} in the user's editor
    /// @param showDocument opens an address in the program the user has for it
    record Context(Application application, InstantSource clock, Navigator navigator, Overlay overlay, ReportMaker reports,
                   SettingsParts settings, Consumer<String> onPlace, Consumer<String> showDocument) {}

    ProjectScreens(Ui ui, OpenProject project, Context context) {
        this.ui = ui;
        this.project = project;
        this.context = context;
        Application application = context.application();
        String root = project.root().toString();
        FilterStack filters = new FilterStack();
        Attempts attempts = new Attempts(application.journal(), ui.work(), root);
        live = new LiveViewModel(project, attempts, filters,
                new LiveViewModel.Sources(application.metrics(), application.knowledge(), ui.work(), context.clock()));
        breaker = new BreakerViewModel(project.session().breaker());
        review = new ReviewViewModel(application.reviews(), application.journal(), attempts, root, ui.work());
        timeline = new TimelineViewModel(application.journal(), filters, ui.work(), context.clock(), root);
        knowledge = new KnowledgeViewModel(application.knowledge(), application.journal(), application.metrics(), filters, ui.work());
        patterns = new PatternsViewModel(application.knowledge(), application.patternExchange(), application.journal(), ui.work(), root);
        Classification classification = new Classification(application.reBanker());
        failure = new FailureViewModel(application.journal(), classification, new UserGrouping(application), ui.work());
        failureView = new FailureView(ui, failure, context.navigator(), context.onPlace());
        settings = context.settings().model(project);
        attempts.onChange(timeline::reload);
        attempts.onChange(knowledge::reload);
        attempts.onChange(breaker::refresh);
        project.onEvents(this::happened);
        attempts.reload();
        patterns.search();
    }

    private void happened(List<HealingEvent> events) {
        if (events.stream().anyMatch(e -> e instanceof HealingEvent.BreakerChanged)) {
            breaker.refresh();
        }
    }

    OpenProject project() {
        return project;
    }

    LiveViewModel live() {
        return live;
    }

    BreakerViewModel breaker() {
        return breaker;
    }

    ReviewViewModel review() {
        return review;
    }

    TimelineViewModel timeline() {
        return timeline;
    }

    ReviewView reviewView() {
        return (ReviewView) screen(Screen.REVIEW);
    }

    PatternsView patternsView() {
        return (PatternsView) screen(Screen.PATTERNS);
    }

    PatternsViewModel patterns() {
        return patterns;
    }

    /// The failure page, turned to an envelope.
    Region failure(String envelopeId) {
        failure.open(envelopeId);
        return failureView;
    }

    Region screen(Screen screen) {
        return built.computeIfAbsent(screen, this::build);
    }

    private Region build(Screen screen) {
        Navigator navigator = context.navigator();
        return switch (screen) {
            case LIVE -> new LiveView(ui, live, breaker, navigator, context.onPlace());
            case REVIEW -> new ReviewView(ui, review, navigator, context.overlay(), context.onPlace());
            case TIMELINE -> new TimelineView(ui, timeline, navigator);
            case BREAKER -> new BreakerView(ui, breaker, context.overlay());
            case KNOWLEDGE -> new KnowledgeView(ui, knowledge, navigator);
            case PATTERNS -> new PatternsView(ui, patterns, navigator, context.overlay());
            case REPORTS -> new ReportView(ui, new ReportViewModel(context.reports(), project.root(), ui.work(), context.clock()),
                    context.showDocument());
            case CLASSIFY -> new ClassifyView(ui, new ClassifyViewModel(new Classification(context.application().reBanker()),
                    ProjectPaths.of(project.root()), ui.work()), context.onPlace());
            case SETTINGS -> new SettingsView(ui, settings, context.settings().sections());
        };
    }

    private record UserGrouping(Application application) implements Grouping {
        @Override
        public void merge(String cluster, String into) {
            application.mergeClusters(cluster, into);
        }

        @Override
        public void split(String cluster, String place) {
            application.splitCluster(cluster, place);
        }

        @Override
        public void reset(String cluster) {
            application.resetCluster(cluster);
        }

        @Override
        public ClusterRules rules() {
            return application.clusterRules();
        }
    }
}
