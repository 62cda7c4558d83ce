package org.pcitopo.eclipse.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * The workbench in the hands of a test, which runs on a thread of its own. What it looks at and does is done on the user interface's
 * thread; what has to come is waited for by looking again after events, for a bounded time.
 */
final class Bench {

    static final String PROBLEM = "org.pcitopo.eclipse.problem";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LOOK_AGAIN = 25;

    private final Optional<Path> pictures;
    private final Display display = PlatformUI.getWorkbench().getDisplay();
    private final AtomicReference<Exception> failedLater = new AtomicReference<>();
    private IProject project;
    private Path examples;

    Bench(Optional<Path> pictures) {
        this.pictures = pictures;
    }

    // ---------------------------------------------------------------- threads and waiting

    /** Runs on the user interface's thread and waits for the end. */
    <T> T ui(Callable<T> work) {
        AtomicReference<T> result = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        display.syncExec(() -> {
            try {
                result.set(work.call());
            } catch (Exception | AssertionError problem) {
                failure.set(problem);
            }
        });
        if (failure.get() instanceof AssertionError error) {
            throw error;
        }
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
        return result.get();
    }

    /** What may fail and gives nothing. */
    interface Work {
        void run() throws Exception;
    }

    void does(Work work) {
        ui(() -> {
            work.run();
            return null;
        });
    }

    /** Runs on the user interface's thread, without waiting: for what opens a dialog. Where it fails, whoever waits next is told. */
    void later(Work work) {
        display.asyncExec(() -> {
            try {
                work.run();
            } catch (Exception problem) {
                failedLater.set(problem);
            }
        });
    }

    /** Waits until there is something. */
    <T> T until(String what, Callable<Optional<T>> look) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            Optional<T> found = ui(look);
            if (found.isPresent()) {
                return found.get();
            }
            Optional.ofNullable(failedLater.getAndSet(null)).ifPresent(problem -> {
                throw new IllegalStateException("while waiting for: " + what, problem);
            });
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("waited in vain for: " + what + "\n" + state());
            }
            afterEvents();
        }
    }

    void untilTrue(String what, Callable<Boolean> condition) {
        until(what, () -> condition.call() ? Optional.of(true) : Optional.empty());
    }

    /** Lets the workbench handle what happens meanwhile. */
    private void afterEvents() {
        CountDownLatch handled = new CountDownLatch(1);
        display.asyncExec(() -> display.timerExec(LOOK_AGAIN, handled::countDown));
        try {
            handled.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** For messages: what is open, and what is marked. */
    private String state() {
        return ui(() -> {
            List<String> lines = new ArrayList<>();
            for (Shell shell : display.getShells()) {
                if (shell.isVisible()) {
                    lines.add("window: " + shell.getText());
                }
            }
            if (project != null) {
                for (IMarker marker : project.findMarkers(PROBLEM, true, IResource.DEPTH_INFINITE)) {
                    if (lines.size() < 20) {
                        lines.add("marker: " + marker.getResource().getName() + ":" + marker.getAttribute(IMarker.LINE_NUMBER, 0) + " "
                                + marker.getAttribute(IMarker.MESSAGE, ""));
                    }
                }
            }
            return String.join("\n", lines);
        });
    }

    static void holds(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }

    // ---------------------------------------------------------------- the workbench

    IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    IWorkbenchPage page() {
        return window().getActivePage();
    }

    /** A project with the examples, and room on the screen. */
    void prepare(Path folder) {
        examples = folder;
        until("a window", () -> PlatformUI.getWorkbench().getWorkbenchWindowCount() > 0 && window().getActivePage() != null
                ? Optional.of(true) : Optional.empty());
        does(() -> {
            Shell shell = window().getShell();
            shell.setBounds(display.getBounds());
            page().getWorkbenchWindow().getShell().forceActive();
        });
        project = project("examples");
        neverAsks(true);
    }

    /** Whether topologies that open ask whether their project is to be checked. */
    void neverAsks(boolean never) {
        does(() -> InstanceScope.INSTANCE.getNode("org.pcitopo.eclipse").put("checkProjects", never ? "never" : ""));
    }

    /** A new project with the examples in it. */
    IProject project(String name) {
        return ui(() -> {
            IProject made = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
            ResourcesPlugin.getWorkspace().run(monitor -> {
                made.create(null);
                made.open(null);
                try (Stream<Path> files = Files.list(examples)) {
                    for (Path file : files.filter(one -> one.toString().endsWith(".pcitopo")).toList()) {
                        made.getFile(file.getFileName().toString()).create(Files.readAllBytes(file), IResource.FORCE, null);
                    }
                } catch (java.io.IOException problem) {
                    throw new IllegalStateException(problem);
                }
            }, made, IWorkspace.AVOID_UPDATE, null);
            return made;
        });
    }

    IProject project() {
        return project;
    }

    /** The folder of the examples. */
    Path examples() {
        return examples;
    }

    /** A project that a test before has made. */
    IProject otherProject(String name) {
        return ResourcesPlugin.getWorkspace().getRoot().getProject(name);
    }

    IFile file(String name) {
        return project.getFile(name);
    }

    /** After each test: no dialogs, nothing unsaved, no hover. */
    void tidy() {
        does(() -> {
            Pointer.away(display);
            for (Shell shell : display.getShells()) {
                if (shell != window().getShell() && !shell.isDisposed() && shell.isVisible() && (shell.getStyle() & SWT.CLOSE) != 0) {
                    shell.close();
                }
            }
        });
        does(() -> {
            if (project != null) {
                page().closeAllEditors(false);
            }
        });
    }

    /** Opens a file of the project as it is in the examples. */
    Editor fresh(String name) {
        does(() -> {
            Path original = examples.resolve(name);
            if (Files.exists(original)) {
                byte[] text = Files.readAllBytes(original);
                if (!file(name).exists()) {
                    file(name).create(text, IResource.FORCE, null);
                } else if (!Arrays.equals(text, file(name).readAllBytes())) {
                    file(name).setContents(text, IResource.FORCE, null);
                }
            }
        });
        return open(file(name));
    }

    Editor open(IFile file) {
        return ui(() -> new Editor(this, (ITextEditor) IDE.openEditor(page(), file)));
    }

    /** Executes a command in the active part, without waiting for its end. */
    void command(String id) {
        later(() -> window().getService(IHandlerService.class).executeCommand(id, null));
    }

    /** The windows that one can see, but for the workbench's own. */
    List<Shell> shells() {
        return Arrays.stream(display.getShells()).filter(shell -> shell != window().getShell() && shell.isVisible()).toList();
    }

    /** All controls of a sort below {@code parent}. */
    static <T extends Control> List<T> controls(Composite parent, Class<T> sort) {
        List<T> found = new ArrayList<>();
        for (Control child : parent.getChildren()) {
            if (sort.isInstance(child)) {
                found.add(sort.cast(child));
            }
            if (child instanceof Composite composite) {
                found.addAll(controls(composite, sort));
            }
        }
        return found;
    }

    boolean takesPictures() {
        return pictures.isPresent();
    }

    /** Keeps what the screen shows. */
    void picture(String name) {
        if (pictures.isEmpty()) {
            return;
        }
        does(() -> {
            display.update();
            Rectangle bounds = display.getBounds();
            Image image = new Image(display, bounds.width, bounds.height);
            GC gc = new GC(display);
            gc.copyArea(image, 0, 0);
            gc.dispose();
            ImageLoader loader = new ImageLoader();
            loader.data = new org.eclipse.swt.graphics.ImageData[] {image.getImageData()};
            image.dispose();
            loader.save(pictures.get().resolve("eclipse-" + name + ".png").toString(), SWT.IMAGE_PNG);
        });
    }

    /** The markers of a file. */
    List<IMarker> markers(IFile file) throws CoreException {
        return Arrays.asList(file.findMarkers(PROBLEM, true, IResource.DEPTH_ZERO));
    }
}
