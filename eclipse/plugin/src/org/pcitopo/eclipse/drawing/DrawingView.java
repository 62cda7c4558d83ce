package org.pcitopo.eclipse.drawing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Optional;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.browser.BrowserFunction;
import org.eclipse.swt.browser.ProgressListener;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.pcitopo.eclipse.action.ActiveEditor;
import org.pcitopo.eclipse.documents.OpenDocument;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.workbench.Ids;
import org.pcitopo.eclipse.workbench.Services;

/** The drawing of the topology in front: follows its text and the cursor, and leads from a click back to the text. */
public final class DrawingView extends ViewPart implements IPartListener2 {

    /** The view's id. */
    public static final String ID = Ids.PLUGIN + ".drawing";

    private static final int PAUSE = 200;
    private static final float DARK = 0.5f;

    private final DrawingQuestions questions = new DrawingQuestions();
    private final Runnable redraw = this::later;
    private final Runnable update = this::update;
    private final Runnable reveal = this::reveal;
    private final ISelectionChangedListener cursor = this::moved;
    private final IPropertyChangeListener colours = change -> onScreen(this::colour);
    private Optional<Browser> browser = Optional.empty();
    private Optional<ActiveEditor> shown = Optional.empty();
    private String drawn = "";
    private boolean ready;
    /** A click in the drawing has moved the cursor: the drawing is there already. */
    private boolean led;

    @Override
    public void createPartControl(Composite parent) {
        try {
            Browser made = new Browser(parent, SWT.NONE);
            new Messages(made);
            made.addProgressListener(ProgressListener.completedAdapter(event -> loaded()));
            browser = Optional.of(made);
        } catch (SWTError none) {
            new Label(parent, SWT.WRAP).setText("The drawing is shown in a browser, and this machine has none for the workbench (" + none.getMessage()
                    + "). On Debian and Ubuntu: apt-get install libwebkit2gtk-4.1-0");
        }
        getSite().getPage().addPartListener(this);
        Services.of(LanguageServerSession.class).whenAnswersChange(redraw);
        PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(colours);
        show(getSite().getPage().getActiveEditor());
    }

    @Override
    public void dispose() {
        getSite().getPage().removePartListener(this);
        Services.of(LanguageServerSession.class).forget(redraw);
        PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(colours);
        leave();
        super.dispose();
    }

    @Override
    public void setFocus() {
        browser.ifPresent(Browser::setFocus);
    }

    // ---------------------------------------------------------------- which text

    private void show(IWorkbenchPart part) {
        Optional<ActiveEditor> next = part instanceof IEditorPart editor ? ActiveEditor.of(editor) : Optional.empty();
        if (next.isEmpty() || shown.filter(old -> old.editor() == next.get().editor() && old.text() == next.get().text()).isPresent()) {
            return;
        }
        leave();
        shown = next;
        next.get().text().whenEdited(redraw);
        if (next.get().editor().getSelectionProvider() instanceof IPostSelectionProvider selections) {
            selections.addPostSelectionChangedListener(cursor);
        }
        draw();
    }

    private void leave() {
        shown.ifPresent(old -> {
            old.text().forget(redraw);
            if (old.editor().getSelectionProvider() instanceof IPostSelectionProvider selections) {
                selections.removePostSelectionChangedListener(cursor);
            }
        });
        shown = Optional.empty();
    }

    @Override
    public void partActivated(IWorkbenchPartReference reference) {
        show(reference.getPart(false));
    }

    @Override
    public void partVisible(IWorkbenchPartReference reference) {
        if (reference.getPart(false) == this) {
            later();
        }
    }

    @Override
    public void partClosed(IWorkbenchPartReference reference) {
        if (shown.filter(old -> old.editor() == reference.getPart(false)).isPresent()) {
            leave();
        }
    }

    // ---------------------------------------------------------------- the page

    /** The whole page, for a text that was not shown before. */
    private void draw() {
        ready = false;
        drawn = "";
        shown.map(ActiveEditor::text).ifPresent(text -> questions.page(text).thenAccept(answer -> onScreen(() -> {
            if (isShown(text)) {
                drawn = answer.get("id").getAsString();
                browser.ifPresent(it -> it.setText(answer.get("html").getAsString()));
            }
        })));
    }

    /** The page is there. Its own word that it is ready may have come before it could reach the workbench. */
    private void loaded() {
        if (!drawn.isEmpty()) {
            ready = true;
            colour();
            reveal();
        }
    }

    private void colour() {
        if (ready) {
            execute("pcitopo.theme('" + theme() + "')");
        }
    }

    private void later() {
        onScreen(() -> browser.ifPresent(it -> {
            it.getDisplay().timerExec(-1, update);
            it.getDisplay().timerExec(PAUSE, update);
        }));
    }

    /** Only what is in the picture; what a person chose in the page stays. */
    private void update() {
        if (browser.isEmpty() || browser.get().isDisposed() || !getSite().getPage().isPartVisible(this)) {
            return;
        }
        if (!ready) {
            draw();
            return;
        }
        shown.map(ActiveEditor::text).ifPresent(text -> questions.data(text, drawn).thenAccept(answer -> onScreen(() -> {
            if (isShown(text) && answer.get("data") instanceof JsonElement data) {
                drawn = answer.get("id").getAsString();
                execute("pcitopo.update(" + data.getAsString() + ")");
            }
        })));
    }

    private void moved(SelectionChangedEvent event) {
        if (led) {
            led = false;
        } else {
            browser.ifPresent(it -> {
                it.getDisplay().timerExec(-1, reveal);
                it.getDisplay().timerExec(PAUSE, reveal);
            });
        }
    }

    /** The page shows what the cursor is at. */
    private void reveal() {
        shown.flatMap(old -> ActiveEditor.of(old.editor())).filter(editor -> ready).ifPresent(editor ->
                questions.thing(editor.text(), editor.position()).thenAccept(thing -> thing.ifPresent(it -> onScreen(() ->
                        execute("pcitopo.reveal(%s, %s, %s, %s)".formatted(it.get("function"), it.get("resource"), it.get("host"), it.get("boot")))))));
    }

    private boolean isShown(OpenDocument text) {
        return browser.isPresent() && !browser.get().isDisposed() && shown.filter(now -> now.text() == text).isPresent();
    }

    private void execute(String script) {
        browser.filter(it -> !it.isDisposed()).ifPresent(it -> it.execute(script));
    }

    private void onScreen(Runnable work) {
        browser.filter(it -> !it.isDisposed()).ifPresent(it -> it.getDisplay().asyncExec(() -> {
            if (!it.isDisposed()) {
                work.run();
            }
        }));
    }

    /** What the page tells. */
    private final class Messages extends BrowserFunction {

        Messages(Browser page) {
            super(page, "pcitopoHost");
        }

        @Override
        public Object function(Object[] arguments) {
            JsonObject message = JsonParser.parseString(String.valueOf(arguments[0])).getAsJsonObject();
            if (message.get("type").getAsString().equals("reveal")) {
                shown.map(ActiveEditor::text).ifPresent(text -> questions.place(text, message).thenAccept(place -> place.ifPresent(it -> onScreen(() -> {
                    led = true;
                    it.show();
                }))));
            }
            return null;
        }
    }

    /** As dark as the workbench. */
    private String theme() {
        RGB background = browser.get().getParent().getBackground().getRGB();
        return background.getHSB()[2] < DARK ? "dark" : "light";
    }
}
