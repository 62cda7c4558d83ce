/** The item in the status bar: how the server is, and how many BARs of the file in front are mapped. */
import * as vscode from 'vscode';
import type { Shared } from './context';
import { setting, visibleTopology } from './context';
import type { Mapped } from './lenses';
import { bootAt, mappedOf, worstOf } from './lenses';
import type { Server } from './server';

const PAUSE = 250;

export class Status implements vscode.Disposable {
    private readonly item = vscode.window.createStatusBarItem('pcitopo.status', vscode.StatusBarAlignment.Left, 10);
    private readonly disposables: { dispose(): unknown }[];
    private readonly boots = new Map<string, Mapped[]>();
    private timer: NodeJS.Timeout | undefined;

    constructor(private readonly shared: Shared, private readonly server: Server) {
        this.item.name = 'pcitopo';
        this.item.command = 'pcitopo.menu';
        this.disposables = [
            this.item,
            server.onDidChange(() => this.renew()),
            vscode.window.onDidChangeActiveTextEditor(() => this.renew()),
            vscode.window.onDidChangeVisibleTextEditors(() => this.renew()),
            vscode.window.onDidChangeTextEditorSelection(() => this.draw()),
            vscode.workspace.onDidCloseTextDocument(document => this.boots.delete(document.uri.toString())),
            vscode.languages.onDidChangeDiagnostics(change => {
                const document = visibleTopology()?.document;
                if (document !== undefined && change.uris.some(uri => uri.toString() === document.uri.toString())) {
                    this.renew();
                }
            }),
            vscode.workspace.onDidChangeTextDocument(change => {
                if (change.document === visibleTopology()?.document) {
                    this.renew();
                }
            }),
        ];
        this.draw();
    }

    dispose(): void {
        clearTimeout(this.timer);
        vscode.Disposable.from(...this.disposables).dispose();
    }

    /** Asks the server again, once edits pause. */
    renew(): void {
        this.draw();
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.ask(), PAUSE);
    }

    private async ask(): Promise<void> {
        const document = visibleTopology()?.document;
        const client = this.server.running;
        if (document === undefined || client === undefined) {
            return;
        }
        const version = document.version;
        try {
            const uri = client.code2ProtocolConverter.asUri(document.uri);
            const lenses = await client.sendRequest<RawLens[] | null>('textDocument/codeLens', { textDocument: { uri } });
            if (document.version === version) {
                this.boots.set(document.uri.toString(), mappedOf((lenses ?? []).map(lens =>
                    ({ line: lens.range.start.line, title: lens.command?.title ?? '' }))));
                this.draw();
            }
        } catch (problem) {
            // The text has changed meanwhile, which asks again, or the server has gone, which is told elsewhere.
            this.shared.log.trace(`status: ${String(problem)}`);
        }
    }

    private draw(): void {
        const document = visibleTopology()?.document;
        const { state } = this.server;
        if (!setting<boolean>('statusBar.enabled', true) || document === undefined && state.kind !== 'failed') {
            this.item.hide();
            return;
        }
        this.item.backgroundColor = state.kind === 'failed' ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
        switch (state.kind) {
            case 'failed':
                this.say('$(error) pcitopo', state.why);
                break;
            case 'starting':
                this.say('$(sync~spin) pcitopo', 'The pcitopo server is starting.');
                break;
            case 'stopped':
                this.say('$(circle-slash) pcitopo', 'The pcitopo server does not run.');
                break;
            case 'running':
                this.mapped(document === undefined ? [] : this.boots.get(document.uri.toString()) ?? []);
        }
        this.item.show();
    }

    /** The boot at the cursor, elsewhere the one in which most is not mapped. */
    private mapped(boots: readonly Mapped[]): void {
        const line = visibleTopology()?.selection.active.line ?? 0;
        const here = bootAt(boots, line);
        const boot = here ?? worstOf(boots);
        const lines = boots.map(one => `${one === boot ? '**' : ''}${this.nameOf(one)}: ${one.words}${one === boot ? '**' : ''}`);
        const tooltip = boots.length === 0 ? 'The pcitopo server runs.' : `${lines.join('\n\n')}\n\nClick for what pcitopo can do.`;
        this.say(boot === undefined ? '$(circuit-board) pcitopo'
            : `$(circuit-board) ${boot.mapped} of ${boot.all} BARs mapped${boots.length > 1 && here === undefined ? ' at worst' : ''}`, tooltip);
    }

    private nameOf(boot: Mapped): string {
        const document = visibleTopology()?.document;
        const text = document !== undefined && boot.line < document.lineCount ? document.lineAt(boot.line).text : '';
        return /^\s*((?:boot|host)\s+\^?[\w-]+)/.exec(text)?.[1] ?? `line ${boot.line + 1}`;
    }

    private say(text: string, tooltip: string): void {
        this.item.text = text;
        this.item.tooltip = new vscode.MarkdownString(tooltip);
    }
}

/** What is read of a code lens. */
interface RawLens {
    readonly range: { readonly start: { readonly line: number } };
    readonly command?: { readonly title: string };
}
