package org.pcitopo.eclipse.formatted;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.FontData;

/** The server's formatted texts, as a page for a browser and as plain text. */
public final class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).softbreak(" ").build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder().extensions(EXTENSIONS).lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS).build();

    private Markdown() {
    }

    /** What the server said, as Markdown. */
    public static String of(Either<String, MarkupContent> content) {
        return content.map(text -> text, markup -> MarkupKind.MARKDOWN.equals(markup.getKind()) ? markup.getValue() : "```\n" + markup.getValue() + "\n```");
    }

    /** {@code text} as it is, without a meaning of its characters. */
    static String literally(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>#|&~!])", "\\\\$1");
    }

    /** A page in the workbench's own fonts. */
    public static String page(String markdown, Color foreground, Color background) {
        FontData font = JFaceResources.getDialogFont().getFontData()[0];
        FontData code = JFaceResources.getTextFont().getFontData()[0];
        Node text = PARSER.parse(markdown);
        return """
                <!DOCTYPE html><html><head><meta charset="utf-8"><style>
                body { font: %dpt '%s', sans-serif; color: %s; background: %s; margin: 6px; line-height: 1.35; }
                code, pre { font: %dpt '%s', monospace; }
                pre { margin: 4px 0; line-height: 1.2; }
                p, ul, table, h1, h2, h3, h4 { margin: 4px 0; }
                h1, h2, h3, h4 { font-size: 1em; }
                ul { padding-left: 1.3em; }
                table { border-collapse: collapse; }
                th, td { text-align: left; padding: 1px 10px 1px 0; vertical-align: top; }
                th { font-weight: 600; }
                hr { border: 0; border-top: 1px solid; opacity: 0.3; }
                a { color: inherit; }
                </style></head><body>%s</body></html>
                """.formatted(font.getHeight(), font.getName(), css(foreground), css(background), code.getHeight(), code.getName(), HTML.render(text));
    }

    public static String plain(String markdown) {
        return TEXT.render(PARSER.parse(markdown));
    }

    private static String css(Color color) {
        return "rgb(%d, %d, %d)".formatted(color.getRed(), color.getGreen(), color.getBlue());
    }
}
