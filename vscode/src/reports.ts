/** Read-only texts that pcitopo makes of a file: shown beside it, made again on demand or with every edit. */
import * as vscode from 'vscode';
import type { Shared } from './context';

const SCHEME = 'pcitopo-report';

/** Long enough for a word to be typed. */
const PAUSE = 600;

/** Long enough for a thought: what is asked of the server may search for seconds. */
const LONG_PAUSE = 1500;

/** How a report is made. */
export interface Recipe {
    /** What its tab says. */
    readonly title: string;
    readonly markdown: boolean;
    /** The text that it is of; edits of it are what is followed. */
    readonly source?: vscode.Uri | undefined;
    make(token: vscode.CancellationToken): Promise<string>;
}

interface Report {
    readonly recipe: Recipe;
    text: string;
    following: boolean;
    timer: NodeJS.Timeout | undefined;
    making: vscode.CancellationTokenSource | undefined;
}

export class Reports implements vscode.Disposable, vscode.TextDocumentContentProvider {
    private readonly reports = new Map<string, Report>();
    private readonly changes = new vscode.EventEmitter<vscode.Uri>();
    private readonly disposables: { dispose(): unknown }[];

    readonly onDidChange = this.changes.event;

    constructor(private readonly shared: Shared) {
        this.disposables = [
            this.changes,
            vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
            vscode.workspace.onDidChangeTextDocument(change => this.edited(change.document.uri)),
            vscode.workspace.onDidCloseTextDocument(document => setTimeout(() => this.closed(document.uri))),
            vscode.window.onDidChangeActiveTextEditor(() => this.showState()),
            vscode.commands.registerCommand('pcitopo.report.refresh', (uri?: vscode.Uri) => this.refresh(uri)),
            vscode.commands.registerCommand('pcitopo.report.follow', (uri?: vscode.Uri) => this.follow(uri, true)),
            vscode.commands.registerCommand('pcitopo.report.unfollow', (uri?: vscode.Uri) => this.follow(uri, false)),
        ];
    }

    dispose(): void {
        for (const report of this.reports.values()) {
            clearTimeout(report.timer);
            report.making?.cancel();
        }
        vscode.Disposable.from(...this.disposables).dispose();
    }

    provideTextDocumentContent(uri: vscode.Uri): string {
        return this.reports.get(uri.toString())?.text ?? '';
    }

    /** Makes a report and shows it beside; one of the same title is made anew. Where it cannot be made, says why. */
    async show(recipe: Recipe): Promise<void> {
        const name = recipe.title.replaceAll('/', '∕');
        const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}${recipe.markdown ? '.md' : ''}`, query: recipe.source?.toString() ?? '' });
        const old = this.reports.get(uri.toString());
        const report: Report = { recipe, text: old?.text ?? '', following: old?.following ?? (recipe.markdown && recipe.source !== undefined), timer: undefined, making: undefined };
        clearTimeout(old?.timer);
        old?.making?.cancel();
        this.reports.set(uri.toString(), report);
        if (!await this.make(uri, report)) {
            return;
        }
        if (recipe.markdown) {
            await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
        } else {
            const document = await vscode.languages.setTextDocumentLanguage(await vscode.workspace.openTextDocument(uri), 'pcitopo-report');
            await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true });
        }
        this.showState();
    }

    private async make(uri: vscode.Uri, report: Report): Promise<boolean> {
        report.making?.cancel();
        const making = new vscode.CancellationTokenSource();
        report.making = making;
        try {
            const text = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: `pcitopo: ${report.recipe.title}` },
                () => report.recipe.make(making.token));
            if (making.token.isCancellationRequested) {
                return false;
            }
            const shown = report.text !== '';
            report.text = text;
            this.changes.fire(uri);
            if (report.recipe.markdown && shown) {
                // A preview does not hold its document open, and so does not see it change.
                await vscode.commands.executeCommand('markdown.preview.refresh');
            }
            return true;
        } catch (problem) {
            if (!making.token.isCancellationRequested) {
                this.complain(uri, report, problem instanceof Error ? problem.message : String(problem));
            }
            return false;
        } finally {
            if (report.making === making) {
                report.making = undefined;
            }
            making.dispose();
        }
    }

    /** A report that is in front of somebody says itself what is wrong: while typing, messages would be in the way. */
    private complain(uri: vscode.Uri, report: Report, why: string): void {
        this.shared.log.warn(`${report.recipe.title}: ${why}`);
        if (report.text !== '') {
            report.text = `${report.recipe.markdown ? '' : '! '}Not of the text as it is now: ${why}\n\n${report.text.replace(/^(! )?Not of the text as it is now: [^]*?\n\n/, '')}`;
            this.changes.fire(uri);
        } else {
            void vscode.window.showErrorMessage(`${report.recipe.title}: ${why}`);
        }
    }

    private async refresh(uri = this.inFront()): Promise<void> {
        const report = this.reports.get(uri?.toString() ?? '');
        if (uri !== undefined && report !== undefined) {
            await this.make(uri, report);
        }
    }

    private async follow(uri: vscode.Uri | undefined, following: boolean): Promise<void> {
        const target = uri ?? this.inFront();
        const report = this.reports.get(target?.toString() ?? '');
        if (report !== undefined) {
            report.following = following;
            this.showState();
            if (following) {
                await this.refresh(target);
            }
        }
    }

    private edited(source: vscode.Uri): void {
        for (const [key, report] of this.reports) {
            if (report.following && report.recipe.source?.toString() === source.toString()) {
                clearTimeout(report.timer);
                report.timer = setTimeout(() => this.follows(vscode.Uri.parse(key, true), report), report.recipe.markdown ? LONG_PAUSE : PAUSE);
            }
        }
    }

    /** Makes a report anew, unless nobody has it open any more. */
    private follows(uri: vscode.Uri, report: Report): void {
        if (!report.recipe.markdown || previewed(uri)) {
            void this.make(uri, report);
        } else {
            this.reports.delete(uri.toString());
        }
    }

    private closed(uri: vscode.Uri): void {
        const report = this.reports.get(uri.toString());
        // A preview of Markdown closes its document at once. One whose language is changed is closed and opened.
        const gone = !vscode.workspace.textDocuments.some(document => document.uri.toString() === uri.toString() && !document.isClosed);
        if (report !== undefined && !report.recipe.markdown && gone) {
            clearTimeout(report.timer);
            report.making?.cancel();
            this.reports.delete(uri.toString());
        }
    }

    private inFront(): vscode.Uri | undefined {
        const uri = vscode.window.activeTextEditor?.document.uri;
        return uri?.scheme === SCHEME ? uri : undefined;
    }

    /** Lets the buttons of the editor in front say what they would do. */
    private showState(): void {
        const report = this.reports.get(this.inFront()?.toString() ?? '');
        void vscode.commands.executeCommand('setContext', 'pcitopo.reportFollows', report?.following ?? false);
        void vscode.commands.executeCommand('setContext', 'pcitopo.reportHasSource', report?.recipe.source !== undefined);
    }
}

/** Whether a preview of a Markdown text is open. */
function previewed(uri: vscode.Uri): boolean {
    const name = uri.path.slice(1);
    return vscode.window.tabGroups.all.some(group => group.tabs.some(tab =>
        tab.input instanceof vscode.TabInputWebview && tab.input.viewType.includes('markdown.preview') && tab.label.includes(name)));
}
