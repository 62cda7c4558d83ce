/** The boots and machines of a text, as the server sees them. */
import * as vscode from 'vscode';
import type { Choice } from './arguments';

/** A boot or a machine. */
export interface Named {
    readonly name: string;
    readonly detail: string;
    readonly kind: 'boot' | 'host';
    readonly range: vscode.Range;
}

export async function bootsOf(document: vscode.TextDocument): Promise<Named[]> {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', document.uri);
    return (symbols ?? []).flatMap((symbol): Named[] => {
        const kind = symbol.kind === vscode.SymbolKind.Event ? 'boot' : symbol.kind === vscode.SymbolKind.Namespace ? 'host' : undefined;
        return kind === undefined ? [] : [{ name: symbol.name, detail: symbol.detail, kind, range: symbol.range }];
    });
}

/** Asks which; where there is one boot, or the server does not say, all. Undefined where the person does not answer. */
export async function chooseBoot(document: vscode.TextDocument, at: vscode.Position | undefined): Promise<Choice | undefined> {
    const all = await bootsOf(document);
    const boots = all.filter(one => one.kind === 'boot');
    const hosts = all.filter(one => one.kind === 'host');
    if (boots.length <= 1 && hosts.length <= 1) {
        return 'all';
    }
    const here = boots.filter(boot => at !== undefined && boot.range.contains(at));
    const item = (one: Named): vscode.QuickPickItem & { choice: Choice } => ({
        label: `$(${one.kind === 'boot' ? 'play' : 'server'}) ${one.kind} ${one.name}`,
        description: one.detail,
        choice: one.kind === 'boot' ? { boot: one.name } : { host: one.name },
    });
    const chosen = await vscode.window.showQuickPick([
        ...here.map(item),
        { label: '$(list-flat) all boots', description: '', choice: 'all' as const },
        ...boots.filter(boot => !here.includes(boot)).map(item),
        ...hosts.length > 1 ? hosts.map(item) : [],
    ], { title: 'Which boot is simulated?', matchOnDescription: true });
    return chosen?.choice;
}
