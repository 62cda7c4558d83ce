package org.pcitopo.eclipse.editor;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.templates.Template;
import org.eclipse.jface.text.templates.TemplateCompletionProcessor;
import org.eclipse.jface.text.templates.TemplateContextType;
import org.eclipse.jface.text.templates.persistence.TemplateStore;
import org.eclipse.swt.graphics.Image;
import org.pcitopo.eclipse.workbench.Log;

/** Offers the templates that begin with what stands before the cursor. */
public final class TemplateAssist extends TemplateCompletionProcessor {

    private Optional<TemplateStore> store = Optional.empty();

    @Override
    protected Template[] getTemplates(String contextTypeId) {
        try {
            if (store.isEmpty()) {
                store = Optional.of(Templates.store());
            }
            return store.get().getTemplates(contextTypeId);
        } catch (IOException problem) {
            Log.get().warn("the templates cannot be read", problem);
            return new Template[0];
        }
    }

    @Override
    protected TemplateContextType getContextType(ITextViewer viewer, IRegion region) {
        return Templates.context();
    }

    @Override
    protected Image getImage(Template template) {
        return null;
    }

    /**
     * Only with a beginning: on an empty line the server's own proposals come first. They are asked for in the background, what is
     * asked of the viewer belongs to its own thread.
     */
    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        AtomicReference<ICompletionProposal[]> found = new AtomicReference<>(new ICompletionProposal[0]);
        viewer.getTextWidget().getDisplay().syncExec(() -> {
            if (!extractPrefix(viewer, offset).isEmpty()) {
                found.set(super.computeCompletionProposals(viewer, offset));
            }
        });
        return found.get();
    }

    @Override
    protected int getRelevance(Template template, String prefix) {
        return template.getName().startsWith(prefix) ? 90 : 0;
    }
}
