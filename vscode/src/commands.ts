/** What a person can ask for. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { importLogs, named, replay, simulate } from './arguments';
import { chooseBoot } from './boots';
import type { Shared } from './context';
import { LANGUAGE, program, settings, visibleTopology } from './context';
import type { Reports } from './reports';
import type { Outcome } from './run';
import { complaint, run } from './run';

const NOTHING_TO_DO = 0;
const DIFFERENCES = 1;

export class Commands {
    constructor(private readonly shared: Shared, private readonly reports: Reports) {
    }

    register(): vscode.Disposable {
        const command = (name: string, action: (...args: never[]) => unknown): vscode.Disposable =>
            vscode.commands.registerCommand(`pcitopo.${name}`, action as (...args: unknown[]) => unknown);
        return vscode.Disposable.from(
            command('simulate', (uri?: vscode.Uri) => this.simulate(uri)),
            command('import', (uri?: vscode.Uri, all?: vscode.Uri[]) => this.import(uri, all)),
            command('replay', (uri?: vscode.Uri, all?: vscode.Uri[]) => this.replay(uri, all)),
            command('help', (code?: string) => this.help(code)),
            command('newFile', () => this.newFile()),
            command('menu', () => this.menu()),
        );
    }

    private async simulate(uri: vscode.Uri | undefined): Promise<void> {
        const document = uri instanceof vscode.Uri ? await vscode.workspace.openTextDocument(uri) : visibleTopology()?.document;
        if (document === undefined) {
            void vscode.window.showInformationMessage('Open a .pcitopo file to simulate its boots.');
            return;
        }
        const editor = vscode.window.visibleTextEditors.find(one => one.document === document);
        const choice = await chooseBoot(document, editor?.selection.active);
        if (choice === undefined) {
            return;
        }
        const name = path.basename(document.uri.path, '.pcitopo');
        const which = choice === 'all' ? '' : 'boot' in choice ? `boot ${choice.boot} of ` : `host ${choice.host} of `;
        const source = {
            file: document.uri.scheme === 'file' ? document.uri.fsPath : undefined,
            workspace: this.folderOf(document.uri),
        };
        await this.reports.show({
            title: `Simulation of ${which}${name}`,
            markdown: false,
            source: document.uri,
            make: async token => {
                const words = simulate(source, choice, settings(), this.shared.extension.globalStorageUri.fsPath);
                return this.printed(await this.run(words.args, words.folder, token, document.getText()), NOTHING_TO_DO);
            },
        });
    }

    private async import(uri: vscode.Uri | undefined, all: vscode.Uri[] | undefined): Promise<void> {
        const chosen = await this.chooseSources(uri, all, 'Import', 'What one machine says of itself: kernel log, lspci, iomem, a bundle');
        if (chosen === undefined) {
            return;
        }
        const text = await this.withProgress('reading what the machine says', async token =>
            this.printed(await this.run(importLogs(chosen.names), chosen.folder, token, chosen.input), NOTHING_TO_DO));
        if (text !== undefined) {
            await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: LANGUAGE, content: text }));
        }
    }

    private async replay(uri: vscode.Uri | undefined, all: vscode.Uri[] | undefined): Promise<void> {
        const chosen = await this.chooseSources(uri, all, 'Replay', 'A kernel log or a bundle; several are compared one by one');
        if (chosen !== undefined) {
            await this.reports.show({
                title: `Replay of ${chosen.names.map(name => name === '-' ? 'the text' : path.basename(name)).join(', ')}`,
                markdown: false,
                make: async token => this.printed(await this.run(replay(chosen.names), chosen.folder, token, chosen.input), DIFFERENCES),
            });
        }
    }

    /** What was clicked, or what is chosen in a dialog, or the text in front, where that is no topology. */
    private async chooseSources(uri: vscode.Uri | undefined, all: vscode.Uri[] | undefined, verb: string, title: string):
        Promise<{ names: string[]; folder: string; input?: string } | undefined> {
        const elsewhere = this.shared.extension.globalStorageUri.fsPath;
        const clicked = (all ?? (uri === undefined ? [] : [uri])).filter(one => one instanceof vscode.Uri && one.scheme === 'file');
        if (clicked.length > 0) {
            return this.named(clicked);
        }
        const front = vscode.window.activeTextEditor?.document;
        if (front !== undefined && front.languageId !== LANGUAGE && ['file', 'untitled', 'vscode-vfs'].includes(front.uri.scheme) && !front.isClosed) {
            const text = `The text of ${path.basename(front.uri.path)}`;
            const from = await vscode.window.showQuickPick([text, 'Files…'], { title: `${verb} what?` });
            if (from === undefined) {
                return undefined;
            }
            if (from === text && front.uri.scheme === 'file' && !front.isDirty) {
                return this.named([front.uri]);
            }
            if (from === text) {
                return { names: ['-'], folder: elsewhere, input: front.getText() };
            }
        }
        const files = await vscode.window.showOpenDialog({
            canSelectMany: true, canSelectFiles: true, canSelectFolders: false, openLabel: verb, title,
            filters: { 'Logs and bundles': ['dmesg', 'log', 'txt', 'lspci', 'iomem', 'ioports', 'gz', 'tgz', 'tar', 'xz'], 'All files': ['*'] },
        });
        return files === undefined || files.length === 0 ? undefined : this.named(files);
    }

    private named(files: readonly vscode.Uri[]): { names: string[]; folder: string } {
        return named(files.map(file => file.fsPath), files[0] === undefined ? undefined : this.folderOf(files[0]));
    }

    /** The page of a problem; without a code asks which, those at the cursor first. */
    private async help(code: string | undefined): Promise<void> {
        const wanted = typeof code === 'string' ? code : await this.chooseProblem();
        if (wanted === undefined) {
            return;
        }
        const page = this.pages()?.page(wanted);
        if (page !== undefined) {
            await vscode.commands.executeCommand('markdown.showPreviewToSide', vscode.Uri.file(page));
        } else {
            await this.reports.show({
                title: wanted,
                markdown: true,
                make: async token => this.printed(await this.run(['help', wanted], this.shared.extension.globalStorageUri.fsPath, token), NOTHING_TO_DO),
            });
        }
    }

    private async chooseProblem(): Promise<string | undefined> {
        const editor = vscode.window.activeTextEditor;
        const here = editor === undefined ? [] : vscode.languages.getDiagnostics(editor.document.uri)
            .filter(problem => problem.source === 'pcitopo' && problem.range.contains(editor.selection.active))
            .map(problem => String(typeof problem.code === 'object' ? problem.code.value : problem.code));
        const schema = (this.shared.extension.extension.packageJSON as Manifest).contributes.configuration
            .map(section => section.properties['pcitopo.severity']).find(one => one !== undefined)?.properties ?? {};
        const codes = [...new Set([...here, ...Object.keys(schema)])];
        const chosen = await vscode.window.showQuickPick(codes.map(code => ({
            label: code, description: here.includes(code) ? 'at the cursor' : '', detail: schema[code]?.description ?? '',
        })), { title: 'Which problem?', matchOnDetail: true });
        return chosen?.label;
    }

    /** The pages that the extension carries, or the checkout's. */
    private pages(): { page(code: string): string | undefined } | undefined {
        const own = this.shared.extension.extensionPath;
        const folder = [path.join(own, 'server/problems'), path.join(own, '../docs/problems')].find(candidate => fs.existsSync(candidate));
        return folder === undefined ? undefined : {
            page(code) {
                const file = path.join(folder, `${code}.md`);
                return fs.existsSync(file) ? file : undefined;
            },
        };
    }

    private async newFile(): Promise<void> {
        const document = await vscode.workspace.openTextDocument({ language: LANGUAGE, content: '' });
        await vscode.window.showTextDocument(document);
        await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: LANGUAGE, name: 'machine with a boot' });
    }

    /** All commands that make sense now, from the status bar. */
    private async menu(): Promise<void> {
        const manifest = this.shared.extension.extension.packageJSON as Manifest;
        const known = new Set(await vscode.commands.getCommands(true));
        const topology = visibleTopology() !== undefined;
        const items = manifest.contributes.commands.filter(one => known.has(one.command) && !/^pcitopo\.(report\.|menu$)/.test(one.command)
            && (topology || !['pcitopo.simulate', 'pcitopo.draw', 'pcitopo.advise', 'pcitopo.compare'].includes(one.command)))
            .map(one => ({ label: `${one.icon ?? '$(dash)'} ${one.title}`, command: one.command }));
        const chosen = await vscode.window.showQuickPick(items, { title: 'pcitopo' });
        if (chosen !== undefined) {
            await vscode.commands.executeCommand(chosen.command);
        }
    }

    private folderOf(uri: vscode.Uri): string | undefined {
        const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
        return folder?.scheme === 'file' ? folder.fsPath : undefined;
    }

    private async run(args: readonly string[], folder: string, token: vscode.CancellationToken, input?: string): Promise<Outcome> {
        const abort = new AbortController();
        const cancelling = token.onCancellationRequested(() => abort.abort());
        try {
            await vscode.workspace.fs.createDirectory(this.shared.extension.globalStorageUri);
            this.shared.log.debug(`pcitopo ${args.join(' ')} (in ${folder})`);
            return await run(program(this.shared), { args, folder, input, signal: abort.signal });
        } finally {
            cancelling.dispose();
        }
    }

    /** What was printed. @throws Error where the status is worse than `worst` */
    private printed(outcome: Outcome, worst: number): string {
        if (outcome.status > worst) {
            throw new Error(complaint(outcome));
        }
        return outcome.out;
    }

    private async withProgress(title: string, work: (token: vscode.CancellationToken) => Promise<string>): Promise<string | undefined> {
        return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: `pcitopo: ${title}`, cancellable: true },
            async (_, token) => {
                try {
                    return await work(token);
                } catch (problem) {
                    if (!token.isCancellationRequested) {
                        void vscode.window.showErrorMessage(problem instanceof Error ? problem.message : String(problem));
                    }
                    return undefined;
                }
            });
    }
}

/** What is read of package.json. */
interface Manifest {
    readonly contributes: {
        readonly commands: { readonly command: string; readonly title: string; readonly icon?: string }[];
        readonly configuration: { readonly properties: Record<string, { readonly properties?: Record<string, { description: string }> }> }[];
    };
}
