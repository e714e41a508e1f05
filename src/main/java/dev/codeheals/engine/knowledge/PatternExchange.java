package dev.codeheals.engine.knowledge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// Carries patterns between machines as JSON Lines: one pattern a line, sorted, so that two exports can be compared and merged by line.
///
/// Each line holds the counts of every machine it knows of. Importing takes the larger count of each, so the order of imports does not
/// matter, importing twice changes nothing, and what comes back from where it started is not counted again.
public interface PatternExchange {

    /// Writes all patterns that are not forgotten.
    ///
    /// @return how many
    int exportTo(Writer out) throws IOException;

    /// Merges a file. What came from elsewhere ranks below own experience until it has held here.
    ImportReport importFrom(BufferedReader in) throws IOException;

    /// What an import did.
    ///
    /// @param unchanged lines that said nothing new
    /// @param faults    one sentence for each line that could not be used, at most 20
    record ImportReport(int added, int updated, int unchanged, List<String> faults) {
        public ImportReport {
            faults = List.copyOf(faults);
        }
    }
}
