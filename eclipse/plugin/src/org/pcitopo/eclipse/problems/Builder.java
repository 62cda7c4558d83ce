package org.pcitopo.eclipse.problems;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.pcitopo.eclipse.documents.OpenDocuments;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.workbench.Ids;
import org.pcitopo.eclipse.workbench.Services;
import org.pcitopo.eclipse.workbench.Uris;

/** Checks the topologies of a project that are not open: those that changed, and those that import one of them. */
public final class Builder extends IncrementalProjectBuilder {

    /** The builder's id. */
    public static final String ID = Ids.PLUGIN + ".builder";

    private static final long PATIENCE = 10_000;

    /** What each file imports, as the server told when it was last checked; empty before the first build. */
    private final Map<IFile, Set<IFile>> imports = new HashMap<>();

    @Override
    protected IProject[] build(int kind, Map<String, String> arguments, IProgressMonitor monitor) throws CoreException {
        IResourceDelta delta = getDelta(getProject());
        Set<IFile> files = kind == FULL_BUILD || delta == null || imports.isEmpty() ? all() : withImporters(changed(delta));
        check(files, SubMonitor.convert(monitor, files.size()));
        return new IProject[0];
    }

    @Override
    protected void clean(IProgressMonitor monitor) throws CoreException {
        imports.clear();
        getProject().deleteMarkers(ProblemMarkers.TYPE, true, IResource.DEPTH_INFINITE);
    }

    private void check(Set<IFile> files, SubMonitor monitor) {
        for (IFile file : files) {
            monitor.subTask(file.getFullPath().toString());
            if (Services.of(OpenDocuments.class).of(Uris.of(file)).isEmpty()) {
                Services.of(Problems.class).check(file);
            }
            imports.put(file, imported(file));
            monitor.worked(1);
            if (monitor.isCanceled()) {
                rememberLastBuiltState();
                return;
            }
        }
    }

    private Set<IFile> all() throws CoreException {
        imports.keySet().removeIf(file -> !file.exists());
        Set<IFile> files = new LinkedHashSet<>();
        getProject().accept(resource -> {
            if (resource instanceof IFile file && Uris.isTopology(file) && !file.isDerived(IResource.CHECK_ANCESTORS)) {
                files.add(file);
            }
            return true;
        });
        return files;
    }

    private static Set<IFile> changed(IResourceDelta delta) throws CoreException {
        Set<IFile> files = new LinkedHashSet<>();
        delta.accept(part -> {
            boolean content = part.getKind() != IResourceDelta.CHANGED || (part.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.REPLACED)) != 0;
            if (content && part.getResource() instanceof IFile file && Uris.isTopology(file)) {
                files.add(file);
            }
            return true;
        });
        return files;
    }

    private Set<IFile> withImporters(Set<IFile> changed) {
        Set<IFile> found = new LinkedHashSet<>(changed);
        Deque<IFile> left = new ArrayDeque<>(changed);
        while (!left.isEmpty()) {
            IFile file = left.pop();
            imports.forEach((importer, imported) -> {
                if (imported.contains(file) && found.add(importer)) {
                    left.add(importer);
                }
            });
        }
        found.removeIf(file -> !file.exists());
        imports.keySet().removeIf(file -> !file.exists());
        return found;
    }

    private static Set<IFile> imported(IFile file) {
        List<DocumentLink> links = Services.of(LanguageServerSession.class).ask(server -> server.getTextDocumentService()
                .documentLink(new DocumentLinkParams(new TextDocumentIdentifier(Uris.of(file)))), PATIENCE).orElse(List.of());
        return links.stream().filter(link -> link.getTarget() != null).map(link -> withoutFragment(link.getTarget()))
                .flatMap(target -> Uris.file(target).stream()).filter(Uris::isTopology).collect(Collectors.toSet());
    }

    private static String withoutFragment(String uri) {
        int fragment = uri.indexOf('#');
        return fragment < 0 ? uri : uri.substring(0, fragment);
    }

    /** Whether {@code project} is checked as a whole. */
    static boolean isIn(IProject project) throws CoreException {
        return Arrays.stream(project.getDescription().getBuildSpec()).map(ICommand::getBuilderName).anyMatch(ID::equals);
    }
}
