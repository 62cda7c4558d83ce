/** Drawings beside texts: each shows what the server draws of a file, follows its text and the cursor in it, and leads back into it. */
import { randomBytes } from 'node:crypto';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { LSPErrorCodes, ResponseError } from 'vscode-languageclient/node';
import type { Location } from 'vscode-languageserver-protocol';
import type { Shared } from './context';
import { LANGUAGE, visibleTopology } from './context';
import type { Server } from './server';

const VIEW = 'pcitopo.drawing';

/** Edits pause, in milliseconds. */
const PAUSE = 200;

/** The cursor rests. */
const REST = 100;

/** What the server answers; docs/drawing.md tells what each word means. */
interface Drawn {
    readonly title: string;
    readonly id: string;
    readonly message?: string;
    readonly html?: string;
    readonly data?: string;
}

/** A place of a drawing. */
interface Spot {
    readonly host: string;
    readonly boot: string;
    readonly function: string;
    readonly resource: string;
}

const NOWHERE: Spot = { host: '', boot: '', function: '', resource: '' };

/** The drawings that are open, at most one for each file. */
export class Drawings implements vscode.Disposable, vscode.WebviewPanelSerializer {
    private readonly open = new Map<string, Drawing>();
    private readonly disposables: vscode.Disposable[];

    constructor(private readonly shared: Shared, private readonly server: Server) {
        const all = (what: (drawing: Drawing) => void): void => this.open.forEach(what);
        this.disposables = [
            vscode.window.registerWebviewPanelSerializer(VIEW, this),
            vscode.workspace.onDidChangeTextDocument(change => {
                // One that is imported counts as well.
                if (change.document.languageId === LANGUAGE && change.contentChanges.length > 0) {
                    all(drawing => drawing.renew());
                }
            }),
            vscode.languages.onDidChangeDiagnostics(change => all(drawing => {
                if (change.uris.some(uri => uri.toString() === drawing.source.toString())) {
                    drawing.renew();
                }
            })),
            vscode.window.onDidChangeTextEditorSelection(change => this.open.get(change.textEditor.document.uri.toString())?.moved(change.textEditor)),
            server.onDidChange(state => {
                if (state.kind === 'running') {
                    all(drawing => drawing.restarted());
                }
            }),
        ];
    }

    dispose(): void {
        for (const drawing of [...this.open.values()]) {
            drawing.dispose();
        }
        vscode.Disposable.from(...this.disposables).dispose();
    }

    /** Shows the drawing of a file, or of the text in front, beside it. */
    show(uri: unknown): void {
        const source = uri instanceof vscode.Uri ? uri : visibleTopology()?.document.uri;
        if (source === undefined) {
            void vscode.window.showInformationMessage('Open a .pcitopo file to draw its machines.');
            return;
        }
        const drawing = this.open.get(source.toString());
        if (drawing !== undefined) {
            drawing.panel.reveal(undefined, true);
            return;
        }
        this.begin(vscode.window.createWebviewPanel(VIEW, `Drawing of ${path.basename(source.path)}`,
            { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { retainContextWhenHidden: true }), source);
    }

    /** A window is opened again in which drawings were open. */
    deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
        const source = typeof state === 'object' && state !== null && 'uri' in state && typeof state.uri === 'string' ? state.uri : undefined;
        if (source === undefined || this.open.has(source)) {
            panel.dispose();
        } else {
            this.begin(panel, vscode.Uri.parse(source, true));
            if (this.server.state.kind === 'stopped') {
                // Nothing but the drawing may be open.
                void this.server.start();
            }
        }
        return Promise.resolve();
    }

    private begin(panel: vscode.WebviewPanel, source: vscode.Uri): void {
        const media = vscode.Uri.joinPath(this.shared.extension.extensionUri, 'media');
        panel.webview.options = { enableScripts: true, localResourceRoots: [] };
        panel.iconPath = { light: vscode.Uri.joinPath(media, 'file-light.svg'), dark: vscode.Uri.joinPath(media, 'file-dark.svg') };
        const drawing = new Drawing(panel, source, this.server, this.shared.log);
        this.open.set(source.toString(), drawing);
        panel.onDidDispose(() => {
            this.open.delete(source.toString());
            drawing.dispose();
        });
        void drawing.draw();
    }
}

/** One drawing. */
class Drawing implements vscode.Disposable {
    private readonly nonce = randomBytes(18).toString('base64url');
    private readonly disposables: vscode.Disposable[];
    /** The text that is drawn, as the server calls it. */
    private drawn: string | undefined;
    /** The page takes messages. */
    private ready = false;
    private stale = false;
    private edits: NodeJS.Timeout | undefined;
    private cursor: NodeJS.Timeout | undefined;
    private asking: vscode.CancellationTokenSource | undefined;
    private shown: Spot = NOWHERE;
    /** Where the page has put the cursor: moves that the page began do not come back to it. */
    private own: vscode.Range | undefined;

    constructor(readonly panel: vscode.WebviewPanel, readonly source: vscode.Uri, private readonly server: Server,
        private readonly log: vscode.LogOutputChannel) {
        this.disposables = [
            panel.webview.onDidReceiveMessage((message: unknown) => this.take(message)),
            panel.onDidChangeViewState(() => {
                if (panel.visible && this.stale) {
                    this.renew();
                }
            }),
        ];
    }

    dispose(): void {
        clearTimeout(this.edits);
        clearTimeout(this.cursor);
        this.asking?.cancel();
        vscode.Disposable.from(...this.disposables, this.panel).dispose();
    }

    /** The text may have changed: draws it when edits pause. */
    renew(): void {
        this.stale = true;
        clearTimeout(this.edits);
        this.edits = setTimeout(() => void this.draw(), PAUSE);
    }

    /** Another server has other names for texts. */
    restarted(): void {
        this.drawn = undefined;
        this.renew();
    }

    /** Draws the text as it is now, if anybody can see it. */
    async draw(): Promise<void> {
        this.stale = true;
        const client = this.server.running;
        if (client === undefined || !this.panel.visible) {
            return;
        }
        this.asking?.cancel();
        const asking = new vscode.CancellationTokenSource();
        this.asking = asking;
        try {
            const answer = await execute<Drawn>(client, 'pcitopo.draw',
                { uri: client.code2ProtocolConverter.asUri(this.source), nonce: this.nonce, data: this.ready, previous: this.drawn ?? '' }, asking.token);
            if (!asking.token.isCancellationRequested) {
                this.stale = false;
                this.put(answer);
            }
        } catch (problem) {
            if (!asking.token.isCancellationRequested) {
                this.log.trace(`drawing: ${String(problem)}`);
                if (problem instanceof ResponseError && problem.code === LSPErrorCodes.ContentModified) {
                    this.renew();
                }
            }
        } finally {
            if (this.asking === asking) {
                this.asking = undefined;
            }
            asking.dispose();
        }
    }

    private put(answer: Drawn | null): void {
        if (answer === null) {
            this.put({ title: this.panel.title, id: '', data: JSON.stringify({ title: '', message: 'The file cannot be read any more.', boots: [], looks: [], texts: [] }) });
            return;
        }
        this.drawn = answer.id;
        if (answer.html !== undefined) {
            this.panel.webview.html = answer.html;
        } else if (answer.data !== undefined) {
            void this.panel.webview.postMessage({ type: 'data', data: answer.data });
        }
    }

    private take(message: unknown): void {
        if (typeof message !== 'object' || message === null || !('type' in message)) {
            return;
        }
        if (message.type === 'ready') {
            this.ready = true;
            void this.panel.webview.postMessage({ type: 'keep', state: { uri: this.source.toString() } });
            const editor = this.editor();
            if (editor !== undefined) {
                this.moved(editor);
            }
        } else if (message.type === 'reveal') {
            void this.lead(spotOf(message)).catch((problem: unknown) => this.log.trace(`drawing: ${String(problem)}`));
        }
    }

    private editor(): vscode.TextEditor | undefined {
        return vscode.window.visibleTextEditors.find(one => one.document.uri.toString() === this.source.toString());
    }

    /** Shows in the text what was clicked; the keyboard stays in the drawing. */
    private async lead(spot: Spot): Promise<void> {
        this.shown = spot;
        const client = this.server.running;
        const found = client && await execute<Location>(client, 'pcitopo.locate', { uri: client.code2ProtocolConverter.asUri(this.source), ...spot });
        if (client === undefined || found === null || found === undefined) {
            return;
        }
        const uri = client.protocol2CodeConverter.asUri(found.uri);
        const selection = client.protocol2CodeConverter.asRange(found.range);
        const editor = vscode.window.visibleTextEditors.find(one => one.document.uri.toString() === uri.toString());
        const viewColumn = editor?.viewColumn ?? this.columnOf(uri)
            ?? (this.panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One);
        this.own = selection;
        await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { viewColumn, selection, preserveFocus: true });
    }

    /** Where a file is open, though another covers it. */
    private columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
        return vscode.window.tabGroups.all.find(group => group.tabs.some(tab =>
            tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === uri.toString()))?.viewColumn;
    }

    /** The cursor of the text has moved: shows what it is on when it rests. */
    moved(editor: vscode.TextEditor): void {
        clearTimeout(this.cursor);
        if (this.own?.isEqual(editor.selection) !== true) {
            this.own = undefined;
            this.cursor = setTimeout(() => void this.follow(editor).catch((problem: unknown) => this.log.trace(`drawing: ${String(problem)}`)), REST);
        }
    }

    private async follow(editor: vscode.TextEditor): Promise<void> {
        const client = this.server.running;
        if (client === undefined || !this.ready || !this.panel.visible) {
            return;
        }
        const { host, boot } = this.shown;
        const found = await execute<Spot>(client, 'pcitopo.locate', {
            uri: client.code2ProtocolConverter.asUri(this.source), position: client.code2ProtocolConverter.asPosition(editor.selection.active),
            host, boot, function: this.shown.function,
        });
        if (found !== null) {
            this.shown = found;
            void this.panel.webview.postMessage({ type: 'reveal', ...found });
        }
    }
}

function execute<T>(client: LanguageClient, command: string, argument: object, token?: vscode.CancellationToken): Promise<T | null> {
    const question = { command, arguments: [argument] };
    return token === undefined ? client.sendRequest<T | null>('workspace/executeCommand', question)
        : client.sendRequest<T | null>('workspace/executeCommand', question, token);
}

function spotOf(message: object): Spot {
    const text = (key: keyof Spot): string => {
        const value: unknown = (message as Record<string, unknown>)[key];
        return typeof value === 'string' ? value : '';
    };
    return { host: text('host'), boot: text('boot'), function: text('function'), resource: text('resource') };
}
