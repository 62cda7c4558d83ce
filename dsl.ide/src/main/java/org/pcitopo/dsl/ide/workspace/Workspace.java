package org.pcitopo.dsl.ide.workspace;

import com.google.inject.Injector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.IExternalContentSupport.IExternalContentProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.pcitopo.dsl.ide.text.LineIndex;
import org.pcitopo.dsl.problems.finder.CheckOptions;

/**
 * The open files, each at its newest. Changes come from one thread at a time, in the order in which the editor sends them;
 * anybody may look at any time. Nothing is read or simulated here before somebody asks.
 */
public final class Workspace {

    private final FileUris uris = new FileUris();
    private final DocumentReader reader;
    private final FolderFiles files = new FolderFiles();
    private final AtomicLong generations = new AtomicLong();
    private final Models models = new Models();
    private final Map<URI, Snapshot> open = new ConcurrentHashMap<>();
    private final Map<URI, Snapshot> closed = new ConcurrentHashMap<>();
    private volatile List<URI> folders = List.of();
    private volatile List<String> writtenFolders = List.of();
    private volatile CheckOptions options = CheckOptions.AS_WRITTEN;

    /** @param language the injector of the language */
    public Workspace(Injector language) {
        reader = new DocumentReader(language);
    }

    public FileUris uris() {
        return uris;
    }

    /** Answers a question about many files; their models stay as they are meanwhile. */
    public <T> T look(Supplier<T> question) {
        return models.look(question);
    }

    /** The newest snapshot of an open file. */
    public Optional<Snapshot> snapshot(URI file) {
        return Optional.ofNullable(open.get(file));
    }

    /** All open files. */
    public Collection<Snapshot> open() {
        return List.copyOf(open.values());
    }

    /** A file, open or not; empty where it cannot be read. */
    public Optional<Snapshot> file(URI file) {
        return snapshot(file).or(() -> closedFile(file));
    }

    /** The files of the language in the workspace's folders, open or not. */
    public List<URI> files() {
        List<URI> all = new ArrayList<>(open.keySet());
        files.in(folders).stream().filter(file -> !open.containsKey(file)).forEach(all::add);
        return all;
    }

    /** The lines of {@code file}, a language's URI, as {@code snapshot} read it: that file itself, or one that it imports. */
    public LineIndex lines(Snapshot snapshot, String file) {
        if (snapshot.file().toString().equals(file)) {
            return snapshot.lines();
        }
        Resource resource = snapshot.document().model().eResource().getResourceSet().getResource(URI.createURI(file), false);
        boolean parsed = resource instanceof XtextResource text && text.getParseResult() != null;
        return parsed ? new LineIndex(((XtextResource) resource).getParseResult().getRootNode().getText())
                : file(URI.createURI(file)).map(Snapshot::lines).orElseGet(() -> new LineIndex(""));
    }

    private Optional<Snapshot> closedFile(URI file) {
        Optional<String> text = FolderFiles.read(file);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(closed.compute(file, (uri, known) -> known != null && known.text().equals(text.get()) ? known
                : newSnapshot(file, 0, text.get(), new Lineage())));
    }

    /** The folders, as the editor writes them. */
    public List<String> folders() {
        return writtenFolders;
    }

    /** Sets the folders that imports may lead into. */
    public List<Snapshot> setFolders(List<String> written) {
        writtenFolders = List.copyOf(written);
        folders = written.stream().map(uris::file).toList();
        files.forget();
        return renewAll();
    }

    /** Sets what a person wants to look at other than written. */
    public List<Snapshot> setOptions(CheckOptions wanted) {
        options = wanted;
        return renewAll();
    }

    /** Takes the text of a file that the editor opens or changes; returns the open files of which something may have changed. */
    public List<Snapshot> change(URI file, int version, String text) {
        Lineage lineage = snapshot(file).map(Snapshot::lineage).orElseGet(Lineage::new);
        lineage.add(text);
        replace(newSnapshot(file, version, text, lineage));
        return renewed(file);
    }

    /** The editor no longer shows a file; what is on the disk counts again. */
    public List<Snapshot> close(URI file) {
        Optional.ofNullable(open.remove(file)).ifPresent(Snapshot::supersede);
        files.forget();
        return renewDependents(file);
    }

    /** Files on the disk have changed. */
    public List<Snapshot> filesChanged() {
        files.forget();
        return renewAll();
    }

    private List<Snapshot> renewed(URI file) {
        List<Snapshot> all = new ArrayList<>();
        all.add(open.get(file));
        all.addAll(renewDependents(file));
        return all;
    }

    private List<Snapshot> renewDependents(URI file) {
        closed.values().removeIf(snapshot -> snapshot.dependsOn(file));
        List<Snapshot> renewed = new ArrayList<>();
        for (Snapshot snapshot : open()) {
            if (!snapshot.file().equals(file) && snapshot.dependsOn(file)) {
                renewed.add(renew(snapshot));
            }
        }
        return renewed;
    }

    private List<Snapshot> renewAll() {
        closed.clear();
        return open().stream().map(this::renew).toList();
    }

    private Snapshot renew(Snapshot old) {
        return replace(newSnapshot(old.file(), old.version(), old.text(), new Lineage()));
    }

    private Snapshot replace(Snapshot snapshot) {
        Optional.ofNullable(open.get(snapshot.file())).ifPresent(snapshot::follow);
        Optional.ofNullable(open.put(snapshot.file(), snapshot)).ifPresent(Snapshot::supersede);
        return snapshot;
    }

    private Snapshot newSnapshot(URI file, int version, String text, Lineage lineage) {
        List<URI> boundary = folders.stream().anyMatch(folder -> isBelow(file, folder)) ? folders : List.of();
        return new Snapshot(file, version, text, generations.incrementAndGet(), options,
                () -> reader.read(file, text, boundary, new OpenTexts()), lineage, models);
    }

    private static boolean isBelow(URI file, URI folder) {
        return file.toString().startsWith(folder.toString().endsWith("/") ? folder.toString() : folder + "/");
    }

    /** What imports read: the text of an open file instead of the one on the disk. */
    private final class OpenTexts implements IExternalContentProvider {

        @Override
        public String getContent(URI uri) {
            Snapshot snapshot = open.get(uri);
            return snapshot == null ? null : snapshot.text();
        }

        @Override
        public boolean hasContent(URI uri) {
            return open.containsKey(uri);
        }

        @Override
        public IExternalContentProvider getActualContentProvider() {
            return this;
        }
    }
}
