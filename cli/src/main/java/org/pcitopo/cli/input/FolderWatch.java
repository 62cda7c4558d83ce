package org.pcitopo.cli.input;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.pcitopo.cli.io.UserError;

/** Waits for changes of {@code .pcitopo} files in and below folders. */
public final class FolderWatch {

    /** Editors write a file in several steps: a change is over once nothing has happened for so long. */
    private static final long QUIET_MILLIS = 80;

    private final List<Path> roots;
    private final WatchService service;

    /** @param paths files, whose folders are watched, and folders */
    public FolderWatch(List<Path> paths) throws IOException {
        this.roots = paths.stream().map(path -> Files.isDirectory(path) ? path : path.toAbsolutePath().getParent())
                .distinct().toList();
        for (Path root : roots) {
            if (!Files.isDirectory(root)) {
                throw new UserError("cannot watch " + root + ": there is no such folder");
            }
        }
        this.service = roots.get(0).getFileSystem().newWatchService();
        register();
    }

    /** Returns true after a change, false where the thread is interrupted. */
    public boolean awaitChange() throws IOException {
        try {
            boolean changed = false;
            while (!changed) {
                changed = concerns(service.take());
            }
            for (WatchKey key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS); key != null;
                    key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS)) {
                concerns(key);
            }
            register();
            return true;
        } catch (InterruptedException | ClosedWatchServiceException e) {
            service.close();
            return false;
        }
    }

    private static boolean concerns(WatchKey key) {
        boolean result = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            boolean lost = event.kind() == StandardWatchEventKinds.OVERFLOW;
            boolean ours = event.context() instanceof Path name && (name.toString().endsWith(SourceFiles.EXTENSION)
                    || key.watchable() instanceof Path folder && Files.isDirectory(folder.resolve(name)));
            result |= lost || ours;
        }
        key.reset();
        return result;
    }

    /** Watches every folder, also those that came since the last time; a folder that is watched already stays so. */
    private void register() throws IOException {
        for (Path root : roots) {
            try (Stream<Path> tree = Files.walk(root)) {
                for (Path folder : tree.filter(Files::isDirectory).toList()) {
                    folder.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE);
                }
            }
        }
    }
}
