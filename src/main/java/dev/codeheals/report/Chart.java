package dev.codeheals.report;

import dev.codeheals.engine.context.Metrics;
import dev.codeheals.engine.knowledge.KnowledgeStats;
import dev.codeheals.engine.score.Calibration;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The charts of a report. Each says in words what it shows, for readers who cannot see it.
enum Chart {
    HEALS_BY_DAY("Heals over time", 760, 190) {
        @Override
        boolean hasData(Report report) {
            return !report.days().isEmpty();
        }

        @Override
        void draw(Report report, Canvas canvas) throws IOException {
            List<Bucket> days = bucketed(report.days());
            double[] middles = stackedBars(canvas, days.stream().map(day -> new Stack(day.from(), day.healed(), day.heals() - day.healed(),
                    day.from() + ": " + day.healed() + " of " + day.heals() + " healed")).toList(), Canvas.Tone.GOOD, Canvas.Tone.BAD);
            double[] confidence = new double[days.size() * 2];
            for (int i = 0; i < days.size(); i++) {
                confidence[2 * i] = middles[i];
                confidence[2 * i + 1] = TOP + PLOT * (1 - days.get(i).meanConfidence());
            }
            canvas.line(confidence, Canvas.Tone.ACCENT);
        }

        @Override
        String words(Report report) {
            return "Bars: heals a day, healed below, not healed above. Line: mean confidence, 0 to 1.";
        }
    },

    FAMILIES("Failures by family", 760, 0) {
        private static final int ROW = 22;

        @Override
        int height(Report report) {
            return 10 + ROW * Math.min(MOST_ROWS, report.families().size());
        }

        @Override
        boolean hasData(Report report) {
            return !report.families().isEmpty();
        }

        @Override
        void draw(Report report, Canvas canvas) throws IOException {
            double most = Math.max(1, report.families().stream().mapToLong(Metrics.Family::heals).max().orElse(1));
            double room = width() - 190;
            for (int i = 0; i < Math.min(MOST_ROWS, report.families().size()); i++) {
                Metrics.Family family = report.families().get(i);
                double y = 4 + ROW * i;
                double healed = room * family.healed() / most;
                double failed = room * (family.heals() - family.healed()) / most;
                String hint = family.family() + ": " + family.healed() + " of " + family.heals() + " healed";
                canvas.text(64, y + 12, family.family(), Canvas.Anchor.END);
                canvas.bar(72, y, healed, 15, Canvas.Tone.GOOD, hint);
                canvas.bar(72 + healed, y, failed, 15, Canvas.Tone.BAD, hint);
                canvas.text(80 + healed + failed, y + 12, family.healed() + " of " + family.heals(), Canvas.Anchor.START);
            }
        }

        @Override
        String words(Report report) {
            return "How many heals of each family succeeded.";
        }
    },

    GROWTH("Knowledge by week", 760, 190) {
        @Override
        boolean hasData(Report report) {
            return !report.knowledge().stats().growth().isEmpty();
        }

        @Override
        void draw(Report report, Canvas canvas) throws IOException {
            List<KnowledgeStats.Week> weeks = report.knowledge().stats().growth();
            List<KnowledgeStats.Week> shown = weeks.subList(Math.max(0, weeks.size() - MOST_BARS), weeks.size());
            stackedBars(canvas, shown.stream().map(week -> new Stack(week.monday(), week.gold(), week.patterns() - week.gold(),
                    "Week of " + week.monday() + ": " + week.patterns() + " patterns, " + week.gold() + " gold")).toList(),
                    Canvas.Tone.ACCENT, Canvas.Tone.MUTED);
        }

        @Override
        String words(Report report) {
            return "Patterns at the end of each week; gold ones below.";
        }
    },

    RELIABILITY("Predicted and real", 300, 290) {
        private static final double SIDE = 240;

        @Override
        boolean hasData(Report report) {
            return report.calibration().count() > 0;
        }

        @Override
        void draw(Report report, Canvas canvas) throws IOException {
            double most = report.calibration().bins().stream().mapToInt(Calibration.Bin::count).max().orElse(1);
            for (int i = 0; i <= 4; i++) {
                double at = SIDE * i / 4;
                canvas.line(new double[] {LEFT, TOP + at, LEFT + SIDE, TOP + at}, Canvas.Tone.GRID);
                canvas.text(LEFT - 6, TOP + at + 4, Words.percent(1 - i / 4.0), Canvas.Anchor.END);
            }
            canvas.line(new double[] {LEFT, TOP + SIDE, LEFT + SIDE, TOP}, Canvas.Tone.MUTED);
            for (Calibration.Bin bin : report.calibration().bins()) {
                canvas.dot(LEFT + SIDE * bin.predicted(), TOP + SIDE * (1 - bin.observed()), 3 + 5 * Math.sqrt(bin.count() / most), Canvas.Tone.ACCENT,
                        Words.percent(bin.predicted()) + " predicted, " + Words.percent(bin.observed()) + " right, n = " + bin.count());
            }
            canvas.text(LEFT, TOP + SIDE + 18, "0 %", Canvas.Anchor.START);
            canvas.text(LEFT + SIDE / 2, TOP + SIDE + 18, "predicted", Canvas.Anchor.MIDDLE);
            canvas.text(LEFT + SIDE, TOP + SIDE + 18, "100 %", Canvas.Anchor.END);
        }

        @Override
        String words(Report report) {
            Calibration c = report.calibration();
            return String.format(Locale.ROOT, "n = %d, expected calibration error %.3f, Brier score %.3f%s. On the diagonal, what was promised came true.",
                    c.count(), c.ece(), c.brier(), c.enough() ? "" : " (not enough history to say much)");
        }
    };

    static final double TOP = 8;
    static final double LEFT = 44;
    static final double PLOT = 150;
    private static final int MOST_BARS = 90;
    private static final int MOST_ROWS = 24;

    private final String title;
    private final int width;
    private final int height;

    Chart(String title, int width, int height) {
        this.title = title;
        this.width = width;
        this.height = height;
    }

    String title() {
        return title;
    }

    int width() {
        return width;
    }

    int height(Report report) {
        return height;
    }

    abstract boolean hasData(Report report);

    abstract void draw(Report report, Canvas canvas) throws IOException;

    /// What the chart shows and how to read it.
    abstract String words(Report report);

    /// Two amounts of a time.
    record Stack(LocalDate at, long lower, long upper, String hint) {}

    /// One bar a time, the second amount upon the first, over a grid and above the first and last date.
    ///
    /// @return the middle of each bar
    double[] stackedBars(Canvas canvas, List<Stack> stacks, Canvas.Tone lower, Canvas.Tone upper) throws IOException {
        double most = Math.max(1, stacks.stream().mapToLong(stack -> stack.lower() + stack.upper()).max().orElse(1));
        grid(canvas, most);
        double step = (width() - LEFT) / stacks.size();
        double bar = Math.clamp(step * 0.7, 1, 28);
        double[] middles = new double[stacks.size()];
        for (int i = 0; i < stacks.size(); i++) {
            Stack stack = stacks.get(i);
            double x = LEFT + step * i + (step - bar) / 2;
            double first = PLOT * stack.lower() / most;
            double second = PLOT * stack.upper() / most;
            canvas.bar(x, TOP + PLOT - first, bar, first, lower, stack.hint());
            canvas.bar(x, TOP + PLOT - first - second, bar, second, upper, stack.hint());
            middles[i] = x + bar / 2;
        }
        canvas.text(LEFT, TOP + PLOT + 16, stacks.getFirst().at().toString(), Canvas.Anchor.START);
        canvas.text(width(), TOP + PLOT + 16, stacks.getLast().at().toString(), Canvas.Anchor.END);
        return middles;
    }

    void grid(Canvas canvas, double most) throws IOException {
        for (int i = 0; i <= 2; i++) {
            double y = TOP + PLOT * i / 2;
            canvas.line(new double[] {LEFT, y, width(), y}, Canvas.Tone.GRID);
            double value = most * (2 - i) / 2;
            canvas.text(LEFT - 6, y + 4, value == Math.rint(value) ? Words.number((long) value) : String.format(Locale.ROOT, "%.1f", value),
                    Canvas.Anchor.END);
        }
    }

    /// One bar: a day, or several.
    private record Bucket(LocalDate from, long heals, long healed, double meanConfidence) {}

    /// Neighbouring days put together until there are few enough bars.
    private static List<Bucket> bucketed(List<Metrics.Day> days) {
        int size = (days.size() + MOST_BARS - 1) / MOST_BARS;
        List<Bucket> buckets = new ArrayList<>();
        for (int from = 0; from < days.size(); from += size) {
            List<Metrics.Day> part = days.subList(from, Math.min(days.size(), from + size));
            LocalDate first = part.getFirst().day();
            buckets.add(new Bucket(first, part.stream().mapToLong(Metrics.Day::heals).sum(), part.stream().mapToLong(Metrics.Day::healed).sum(),
                    part.stream().mapToDouble(Metrics.Day::meanConfidence).average().orElse(0)));
        }
        return buckets;
    }
}
