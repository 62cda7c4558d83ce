/** The extension begins and ends here. */
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import { CodeLensRequest, InlayHintRequest } from 'vscode-languageclient/node';
import { Archives } from './archives';
import { Asking } from './asking';
import { Commands } from './commands';
import type { Shared } from './context';
import { LANGUAGE, SCHEMES, setting } from './context';
import { Drawings } from './drawings';
import { Reports } from './reports';
import { Server } from './server';
import { Status } from './status';

/** Settings that need a new server; all others take effect in the one that runs. */
const NEEDS_RESTART = ['pcitopo.server.command', 'pcitopo.java'];

let server: Server | undefined;

export function activate(extension: vscode.ExtensionContext): void {
    const log = vscode.window.createOutputChannel('pcitopo', { log: true });
    const archives = new Archives(extension, log);
    const shared: Shared = { extension, log, archive: java => archives.of(java) };
    const reports = new Reports(shared);
    const running = new Server(shared);
    const asking = new Asking(running, reports);
    const drawings = new Drawings(shared, running);
    running.use(middleware(asking, drawings));
    const status = new Status(shared, running);
    server = running;
    extension.subscriptions.push(
        log, archives, reports, drawings, status,
        new Commands(shared, reports).register(),
        vscode.commands.registerCommand('pcitopo.restart', () => running.start()),
        vscode.commands.registerCommand('pcitopo.showLog', () => log.show()),
        running.onDidChange(state => {
            asking.offer();
            if (state.kind === 'running') {
                archives.makeWhatIsMissing(running.java);
            }
        }),
        vscode.workspace.onDidChangeConfiguration(change => {
            if (NEEDS_RESTART.some(name => change.affectsConfiguration(name))) {
                void running.start();
            } else if (change.affectsConfiguration('pcitopo')) {
                running.configure();
                refresh(running, change);
                status.renew();
            }
        }),
        vscode.workspace.onDidGrantWorkspaceTrust(() => running.start()),
    );
    startWhenNeeded(extension, running);
}

export async function deactivate(): Promise<void> {
    await server?.stop();
}

/** Importing a log needs no server: it starts with the first text of the language. */
function startWhenNeeded(extension: vscode.ExtensionContext, running: Server): void {
    const isOne = (document: vscode.TextDocument): boolean => document.languageId === LANGUAGE && SCHEMES.includes(document.uri.scheme);
    if (vscode.workspace.textDocuments.some(isOne)) {
        void running.start();
        return;
    }
    const first = vscode.workspace.onDidOpenTextDocument(document => {
        if (isOne(document)) {
            first.dispose();
            void running.start();
        }
    });
    extension.subscriptions.push(first);
}

function middleware(asking: Asking, drawings: Drawings): Middleware {
    return {
        provideInlayHints: (document, range, token, next) => setting<boolean>('inlayHints.enabled', true) ? next(document, range, token) : [],
        provideCodeLenses: (document, token, next) => setting<boolean>('codeLens.enabled', true) ? next(document, token) : [],
        executeCommand: (command, args: unknown[], next) => command === 'pcitopo.draw' ? drawings.show(args[0]) : asking.execute(command, args, next),
    };
}

/** Asks for hints and lenses again where they were switched on or off. */
function refresh(running: Server, change: vscode.ConfigurationChangeEvent): void {
    const client = running.running;
    for (const document of client === undefined ? [] : vscode.workspace.textDocuments.filter(one => one.languageId === LANGUAGE)) {
        if (change.affectsConfiguration('pcitopo.inlayHints')) {
            client?.getFeature(InlayHintRequest.method).getProvider(document)?.onDidChangeInlayHints.fire();
        }
        if (change.affectsConfiguration('pcitopo.codeLens')) {
            client?.getFeature(CodeLensRequest.method).getProvider(document)?.onDidChangeCodeLensEmitter.fire();
        }
    }
}
