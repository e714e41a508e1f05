package dev.codeheals.proof;

import dev.codeheals.engine.promote.FileFacts;
import dev.codeheals.engine.promote.FileFault;
import dev.codeheals.engine.promote.FileOperations;
import dev.codeheals.engine.promote.Folder;
import dev.codeheals.engine.promote.Metadata;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Real file operations with something before each of them.
record FaultyFiles(FileOperations real, Before before) implements FileOperations {

    /// Hears the name of each operation before it happens; throws to keep it from happening.
    @FunctionalInterface
    interface Before {
        void call(String operation) throws FileFault;
    }

    @Override
    public Folder open(Path folder) throws FileFault {
        before.call("open");
        return new Wrapped(real.open(folder), before);
    }

    private record Wrapped(Folder real, Before before) implements Folder {

        @Override
        public Folder child(String name) throws FileFault {
            before.call("open");
            return new Wrapped(real.child(name), before);
        }

        @Override
        public Optional<FileFacts> facts(String name) throws FileFault {
            before.call("facts");
            return real.facts(name);
        }

        @Override
        public byte[] read(String name) throws FileFault {
            before.call("read");
            return real.read(name);
        }

        @Override
        public Metadata metadata(String name) throws FileFault {
            before.call("metadata");
            return real.metadata(name);
        }

        @Override
        public void create(String name, byte[] bytes, Metadata metadata) throws FileFault {
            before.call("create");
            real.create(name, bytes, metadata);
        }

        @Override
        public void exchange(String one, String other) throws FileFault {
            before.call("exchange");
            real.exchange(one, other);
        }

        @Override
        public void rename(String from, String to) throws FileFault {
            before.call("rename");
            real.rename(from, to);
        }

        @Override
        public void move(String name, Folder to, String newName) throws FileFault {
            before.call("move");
            real.move(name, to instanceof Wrapped wrapped ? wrapped.real() : to, newName);
        }

        @Override
        public void makeFolder(String name) throws FileFault {
            before.call("makeFolder");
            real.makeFolder(name);
        }

        @Override
        public void delete(String name) throws FileFault {
            before.call("delete");
            real.delete(name);
        }

        @Override
        public void removeFolder(String name) throws FileFault {
            before.call("removeFolder");
            real.removeFolder(name);
        }

        @Override
        public List<String> names() throws FileFault {
            before.call("names");
            return real.names();
        }

        @Override
        public void sync() throws FileFault {
            before.call("sync");
            real.sync();
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
