/** The extension begins and ends here. */
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import type { Shared } from './context';
import { LANGUAGE, SCHEMES, setting } from './context';
import { Server } from './server';

/** Settings that need a new server; all others take effect in the one that runs. */
const NEEDS_RESTART = ['pcitopo.server.command', 'pcitopo.java'];

let server: Server | undefined;

export function activate(extension: vscode.ExtensionContext): void {
    const log = vscode.window.createOutputChannel('pcitopo', { log: true });
    const shared: Shared = { extension, log, archive: () => undefined };
    const running = new Server(shared, middleware());
    server = running;
    extension.subscriptions.push(
        log,
        vscode.commands.registerCommand('pcitopo.restart', () => running.start()),
        vscode.commands.registerCommand('pcitopo.showLog', () => log.show()),
        vscode.workspace.onDidChangeConfiguration(change => {
            if (NEEDS_RESTART.some(name => change.affectsConfiguration(name))) {
                void running.start();
            } else if (change.affectsConfiguration('pcitopo')) {
                running.configure();
            }
        }),
        vscode.workspace.onDidGrantWorkspaceTrust(() => running.start()),
    );
    startWhenNeeded(extension, running);
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

export async function deactivate(): Promise<void> {
    await server?.stop();
}

function middleware(): Middleware {
    return {
        provideInlayHints: (document, range, token, next) => setting<boolean>('inlayHints.enabled', true) ? next(document, range, token) : [],
        provideCodeLenses: (document, token, next) => setting<boolean>('codeLens.enabled', true) ? next(document, token) : [],
    };
}
