package org.pcitopo.eclipse.editor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TreePath;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;
import org.pcitopo.eclipse.documents.OpenDocument;
import org.pcitopo.eclipse.documents.Positions;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.workbench.Services;

/** The outline of one editor: follows the text, and the cursor. */
final class OutlinePage extends ContentOutlinePage {

    private static final long PATIENCE = 30_000;
    private static final long PAUSE = 300;
    private static final int LEVELS = 3;

    private final ITextEditor editor;
    private final OpenDocument document;
    private final Job asking = Job.createSystem("pcitopo outline", (ICoreRunnable) monitor -> ask());
    private final Runnable again = () -> asking.schedule(PAUSE);
    private final ISelectionChangedListener cursor = this::follow;
    private boolean own;

    OutlinePage(ITextEditor editor, OpenDocument document) {
        this.editor = editor;
        this.document = document;
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        getTreeViewer().setContentProvider(new Symbols());
        getTreeViewer().setLabelProvider(new DelegatingStyledCellLabelProvider(new Labels()));
        getTreeViewer().setInput(List.of());
        document.whenEdited(again);
        Services.of(LanguageServerSession.class).whenAnswersChange(again);
        if (editor.getSelectionProvider() instanceof IPostSelectionProvider selections) {
            selections.addPostSelectionChangedListener(cursor);
        }
        asking.schedule();
    }

    @Override
    public void dispose() {
        document.forget(again);
        Services.of(LanguageServerSession.class).forget(again);
        if (editor.getSelectionProvider() instanceof IPostSelectionProvider selections) {
            selections.removePostSelectionChangedListener(cursor);
        }
        asking.cancel();
        super.dispose();
    }

    private void ask() {
        Services.of(LanguageServerSession.class).ask(server -> server.getTextDocumentService().documentSymbol(new DocumentSymbolParams(document.identifier())), PATIENCE)
                .map(all -> all.stream().filter(one -> one.isRight()).map(one -> one.getRight()).toList())
                .ifPresent(symbols -> PlatformUI.getWorkbench().getDisplay().asyncExec(() -> show(symbols)));
    }

    private void show(List<DocumentSymbol> symbols) {
        if (getControl() != null && !getControl().isDisposed() && !symbols.equals(getTreeViewer().getInput())) {
            boolean first = ((List<?>) getTreeViewer().getInput()).isEmpty();
            Set<String> open = new HashSet<>();
            for (TreePath path : getTreeViewer().getExpandedTreePaths()) {
                open.add(names(path));
            }
            own = true;
            getTreeViewer().setInput(symbols);
            if (first) {
                getTreeViewer().expandToLevel(LEVELS);
            } else {
                symbols.forEach(symbol -> expand(symbol, TreePath.EMPTY, open));
            }
            own = false;
        }
    }

    /** Opens what was open before; symbols of an edited text are others, their names mostly not. */
    private void expand(DocumentSymbol symbol, TreePath above, Set<String> open) {
        TreePath path = above.createChildPath(symbol);
        if (open.contains(names(path))) {
            getTreeViewer().setExpandedState(symbol, true);
            symbol.getChildren().forEach(child -> expand(child, path, open));
        }
    }

    private static String names(TreePath path) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < path.getSegmentCount(); i++) {
            names.append(((DocumentSymbol) path.getSegment(i)).getName()).append('\n');
        }
        return names.toString();
    }

    /** A person chose something in the outline: the editor shows it. */
    @Override
    public void selectionChanged(SelectionChangedEvent event) {
        super.selectionChanged(event);
        if (!own && event.getStructuredSelection().getFirstElement() instanceof DocumentSymbol symbol) {
            IRegion region = Positions.region(document.document(), symbol.getSelectionRange());
            editor.selectAndReveal(region.getOffset(), region.getLength());
        }
    }

    /** The cursor moved: what is around it is selected. */
    private void follow(SelectionChangedEvent event) {
        if (event.getSelection() instanceof ITextSelection selection && getControl() != null && !getControl().isDisposed()
                && getTreeViewer().getInput() instanceof List<?> symbols) {
            Position position = Positions.of(document.document(), selection.getOffset());
            Optional<DocumentSymbol> inner = innermost(symbols, position);
            own = true;
            getTreeViewer().setSelection(inner.map(StructuredSelection::new).orElse(StructuredSelection.EMPTY), true);
            own = false;
        }
    }

    private static Optional<DocumentSymbol> innermost(List<?> symbols, Position position) {
        for (Object one : symbols) {
            if (one instanceof DocumentSymbol symbol && contains(symbol, position)) {
                return innermost(symbol.getChildren() == null ? List.of() : symbol.getChildren(), position).or(() -> Optional.of(symbol));
            }
        }
        return Optional.empty();
    }

    private static boolean contains(DocumentSymbol symbol, Position position) {
        Position start = symbol.getRange().getStart();
        Position end = symbol.getRange().getEnd();
        return (start.getLine() < position.getLine() || start.getLine() == position.getLine() && start.getCharacter() <= position.getCharacter())
                && (position.getLine() < end.getLine() || position.getLine() == end.getLine() && position.getCharacter() <= end.getCharacter());
    }

    private static final class Symbols implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object input) {
            return new ArrayList<>((List<?>) input).toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return parent instanceof DocumentSymbol symbol && symbol.getChildren() != null ? symbol.getChildren().toArray() : new Object[0];
        }

        @Override
        public Object getParent(Object element) {
            return null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return getChildren(element).length > 0;
        }
    }

    private static final class Labels extends LabelProvider implements DelegatingStyledCellLabelProvider.IStyledLabelProvider {

        @Override
        public StyledString getStyledText(Object element) {
            DocumentSymbol symbol = (DocumentSymbol) element;
            StyledString text = new StyledString(symbol.getName());
            if (symbol.getDetail() != null && !symbol.getDetail().isEmpty()) {
                text.append("  " + symbol.getDetail(), StyledString.DECORATIONS_STYLER);
            }
            return text;
        }

        @Override
        public Image getImage(Object element) {
            boolean leaf = ((DocumentSymbol) element).getChildren() == null || ((DocumentSymbol) element).getChildren().isEmpty();
            return PlatformUI.getWorkbench().getSharedImages().getImage(leaf ? ISharedImages.IMG_OBJ_ELEMENT : ISharedImages.IMG_OBJ_FOLDER);
        }
    }
}
