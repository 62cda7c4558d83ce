package org.pcitopo.dsl.ide.server;

import com.google.inject.Injector;
import java.util.Set;
import org.pcitopo.dsl.ide.action.ActionFeature;
import org.pcitopo.dsl.ide.command.CommandFeature;
import org.pcitopo.dsl.ide.completion.CompletionFeature;
import org.pcitopo.dsl.ide.completion.ItemWriter;
import org.pcitopo.dsl.ide.diagnostics.DiagnosticsFeature;
import org.pcitopo.dsl.ide.diagnostics.PageLinks;
import org.pcitopo.dsl.ide.drawing.DrawFeature;
import org.pcitopo.dsl.ide.drawing.LocateFeature;
import org.pcitopo.dsl.ide.edit.FileEdits;
import org.pcitopo.dsl.ide.format.FormatFeature;
import org.pcitopo.dsl.ide.hierarchy.HierarchyFeature;
import org.pcitopo.dsl.ide.hints.HintsFeature;
import org.pcitopo.dsl.ide.hover.HoverFeature;
import org.pcitopo.dsl.ide.lens.LensFeature;
import org.pcitopo.dsl.ide.navigation.FileRenameFeature;
import org.pcitopo.dsl.ide.navigation.NavigationFeature;
import org.pcitopo.dsl.ide.navigation.RenameFeature;
import org.pcitopo.dsl.ide.signature.SignatureFeature;
import org.pcitopo.dsl.ide.structure.FoldingFeature;
import org.pcitopo.dsl.ide.structure.LinksFeature;
import org.pcitopo.dsl.ide.structure.SelectionFeature;
import org.pcitopo.dsl.ide.structure.SymbolsFeature;
import org.pcitopo.dsl.ide.tokens.TokenHistory;
import org.pcitopo.dsl.ide.tokens.TokensFeature;
import org.pcitopo.dsl.ide.workspace.Workspace;
import org.pcitopo.dsl.service.PcitopoLanguage;

/** All features, made for one editor. */
record Features(DiagnosticsFeature diagnostics, HoverFeature hover, NavigationFeature navigation, RenameFeature rename,
        HintsFeature hints, LensFeature lens, FoldingFeature folding, SelectionFeature selection, SymbolsFeature symbols,
        LinksFeature links, FormatFeature format, TokensFeature tokens, CompletionFeature completion, SignatureFeature signature,
        ActionFeature actions, HierarchyFeature hierarchy, CommandFeature commands, DrawFeature drawing, LocateFeature locate,
        FileRenameFeature fileRenames, TokenHistory tokenHistory) {

    static Features of(Injector language, Workspace workspace, PageLinks pages, ClientFeatures editor) {
        FileEdits edits = new FileEdits(workspace);
        CommandFeature commands = new CommandFeature(edits);
        Set<String> keywords = PcitopoLanguage.of(language).keywords();
        return new Features(new DiagnosticsFeature(workspace.uris(), pages, editor.showsRelatedInformation(), editor.knowsTags()), new HoverFeature(workspace, editor.hoverMarkup()),
                new NavigationFeature(workspace), new RenameFeature(workspace, keywords), new HintsFeature(), new LensFeature(workspace.uris(), commands::of),
                new FoldingFeature(keywords, editor.mostFoldingRanges()), new SelectionFeature(), new SymbolsFeature(workspace), new LinksFeature(workspace),
                new FormatFeature(keywords), new TokensFeature(),
                new CompletionFeature(language, workspace, keywords,
                        new ItemWriter(editor.knowsSnippets(), editor.showsLabelDetails(), editor.completionMarkup())), new SignatureFeature(editor.signatureMarkup(), editor.knowsLabelOffsets()),
                new ActionFeature(workspace, edits, keywords), new HierarchyFeature(workspace.uris()), commands,
                new DrawFeature(), new LocateFeature(workspace), new FileRenameFeature(workspace), new TokenHistory());
    }
}
