package dev.codeheals.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// Brings the database file into a state the program can work with: new, migrated, or restored from a backup.
final class Opening {
    /// Above this a full check at start would be felt; it then runs with the next backup instead.
    private static final long CHECKED_AT_START = 48L << 20;
    /// Up to this the indexes are compared with their tables as well.
    private static final long CHECKED_WHOLLY = 4L << 20;

    private final DataFolder data;
    private final Consumer<String> notice;

    Opening(DataFolder data, Consumer<String> notice) {
        this.data = data;
        this.notice = notice;
    }

    /// What opening led to.
    sealed interface Opened {
        record Writable(Disk disk) implements Opened {}

        /// A newer program wrote the file: it is left as it is.
        record Newer(int version) implements Opened {}
    }

    Opened open() throws IOException, SQLException {
        data.prepare();
        try {
            return data.alone(() -> {
                try {
                    return openAlone();
                } catch (SQLException e) {
                    throw new Carried(e);
                }
            });
        } catch (Carried carried) {
            throw carried.fault;
        }
    }

    private Opened openAlone() throws IOException, SQLException {
        boolean existed = Files.exists(data.database());
        boolean empty = !existed || Files.size(data.database()) == 0;
        if (empty && data.newestBackup().isPresent()) {
            replace(existed ? "The store was empty" : "The store was missing");
        } else if (existed) {
            Optional<String> problem = problem();
            if (problem.isPresent()) {
                replace("The store was damaged (" + problem.get() + ")");
            }
        }
        DataFolder.ownerFile(data.database());
        return connect();
    }

    private Opened connect() throws IOException, SQLException {
        Connection writer = Connections.writer(data.database());
        boolean handedOver = false;
        try {
            int version = Migrations.version(writer);
            if (version > Migrations.newest()) {
                return new Opened.Newer(version);
            }
            if (version > 0 && version < Migrations.newest()) {
                new Backup(data).make(writer);
            }
            Migrations.run(writer);
            handedOver = true;
            return new Opened.Writable(new Disk(data.database(), Objects.requireNonNullElse(data.identity(), ""), writer));
        } finally {
            if (!handedOver) {
                writer.close();
            }
        }
    }

    // A damaged file answers some pragmas with exceptions and others with words: both mean the same. A disk that is full or away makes a
    // sound file fail too: that one is left where it is.
    private Optional<String> problem() throws IOException, SQLException {
        try (Connection connection = Connections.reader(data.database())) {
            int version = Migrations.version(connection);
            boolean foreign = version == 0 && !"0".equals(Connections.text(connection, "SELECT count(*) FROM sqlite_master"));
            if (foreign) {
                return Optional.of("it belongs to another program");
            }
            // A flipped byte in the schema's text leaves a sound file with a column of another name.
            if (version <= Migrations.newest() && !Migrations.shape(connection).containsAll(Migrations.shapeOf(version))) {
                return Optional.of("its schema is not this program's");
            }
            long size = Files.size(data.database());
            if (size > CHECKED_AT_START) {
                return Optional.empty();
            }
            String answer = Connections.text(connection, size > CHECKED_WHOLLY ? "PRAGMA quick_check(1)" : "PRAGMA integrity_check(1)");
            return answer.equals("ok") ? Optional.empty() : Optional.of(firstLine(answer));
        } catch (SQLException e) {
            return switch (Connections.kind(e)) {
                case BUSY -> Optional.empty();
                case DAMAGED, FAULTY -> Optional.of(firstLine(String.valueOf(e.getMessage())));
                case DISK_FULL, READ_ONLY, UNREACHABLE -> throw e;
            };
        }
    }

    /// Puts the damaged file aside and the newest backup that passes its check in its place.
    void replace(String why) throws IOException {
        String aside = Files.exists(data.database()) ? " It was put aside as " + data.quarantine().getFileName() + "." : "";
        List<Path> backups = data.backupFiles();
        for (Path backup : backups) {
            if (Backup.verified(backup)) {
                data.restore(backup);
                notice.accept(why + "." + aside + " The last good backup, " + backup.getFileName() + ", is in its place.");
                return;
            }
        }
        notice.accept(why + "." + aside + " There is no good backup: the store starts anew.");
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > 120 ? line.substring(0, 120) : line;
    }

    /// Takes an SQL fault through work that may only throw I/O faults.
    private static final class Carried extends IOException {
        private static final long serialVersionUID = 1L;
        private final SQLException fault;

        Carried(SQLException fault) {
            super(fault);
            this.fault = fault;
        }
    }
}
