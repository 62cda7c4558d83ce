/** What all parts of the extension share. */
import * as vscode from 'vscode';
import type { Java } from './java';
import { THIS_MACHINE } from './machine';
import type { Program } from './program';
import { findProgram } from './program';
import type { ServerSettings } from './settings';
import { serverSettings } from './settings';

export const LANGUAGE = 'pcitopo';

/** Where texts of the language come from; what version control shows is not worked on. */
export const SCHEMES: readonly string[] = ['file', 'untitled', 'vscode-vfs', 'vscode-userdata'];

export interface Shared {
    readonly extension: vscode.ExtensionContext;
    readonly log: vscode.LogOutputChannel;
    /** The class-data archive for a Java, if there is one. */
    archive(java: Java): string | undefined;
}

export function setting<T>(name: string, otherwise: T): T {
    return vscode.workspace.getConfiguration('pcitopo').get<T>(name) ?? otherwise;
}

export function settings(): ServerSettings {
    const all = vscode.workspace.getConfiguration('pcitopo');
    return serverSettings(name => all.get(name));
}

/** @throws NoJava where there is none to run on */
export function program(shared: Shared): Program {
    return findProgram({
        command: setting('server.command', '').trim(),
        javaHome: setting('java.home', '').trim(),
        javaOptions: setting<string[]>('java.options', []),
    }, shared.extension.extensionPath, java => shared.archive(java), firstFolder(), THIS_MACHINE);
}

function firstFolder(): string | undefined {
    return vscode.workspace.workspaceFolders?.find(folder => folder.uri.scheme === 'file')?.uri.fsPath;
}

/** The text of the language that a person looks at: the active one, else one beside it. */
export function visibleTopology(): vscode.TextEditor | undefined {
    const active = vscode.window.activeTextEditor;
    return active?.document.languageId === LANGUAGE ? active
        : vscode.window.visibleTextEditors.find(editor => editor.document.languageId === LANGUAGE);
}
