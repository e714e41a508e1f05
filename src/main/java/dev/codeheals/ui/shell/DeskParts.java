package dev.codeheals.ui.shell;

import dev.codeheals.ui.report.ReportMaker;
import dev.codeheals.wiring.Application;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the desk needs from outside.
///
/// @param sample        makes a fresh copy of the sample project
/// @param folderChooser asks for a folder
/// @param onPlace       opens {@code file:line} in the user's editor
/// @param showDocument  opens an address in the program the user has for it
/// @param desktopNotice tells something while the window is hidden
record DeskParts(Application application, InstantSource clock, ReportMaker reports, SettingsParts settings, Callable<Path> sample,
                 Supplier<Optional<Path>> folderChooser, Consumer<String> onPlace, Consumer<String> showDocument, Consumer<String> desktopNotice,
                 FirstVisit firstVisit) {}
