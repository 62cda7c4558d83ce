/** Commands that the server executes (advise, compare): fills in what they are asked of, and shows what they answer. */
import * as vscode from 'vscode';
import type { ExecuteCommandSignature, LanguageClient } from 'vscode-languageclient/node';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { bootsOf } from './boots';
import { visibleTopology } from './context';
import type { Reports } from './reports';
import type { Server } from './server';

/** What a command is asked of. */
interface Question {
    readonly uri: string;
    readonly host?: string;
    readonly boot?: string;
}

/** What the server answers; whatever else a command returns is left alone. */
interface Answer {
    readonly title: string;
    readonly text: string;
    readonly proposals?: readonly { readonly title: string; readonly edit: WorkspaceEdit }[];
    readonly edits?: WorkspaceEdit;
}

export class Asking {
    constructor(private readonly server: Server, private readonly reports: Reports) {
    }

    /** Lets the commands be chosen that the server offers now. */
    offer(): void {
        const commands = this.server.commands;
        for (const name of ['advise', 'compare', 'draw']) {
            void vscode.commands.executeCommand('setContext', `pcitopo.offers.${name}`, commands.includes(`pcitopo.${name}`));
        }
    }

    readonly execute = async (command: string, args: unknown[], next: ExecuteCommandSignature): Promise<unknown> => {
        if (!command.startsWith('pcitopo.')) {
            return next(command, args) as unknown;
        }
        const question = isQuestion(args[0]) ? args[0] : await this.question();
        if (question === undefined) {
            return undefined;
        }
        const answer = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: 'pcitopo: simulating' },
            () => Promise.resolve(next(command, [question]) as unknown));
        if (answer === null || answer === undefined) {
            void vscode.window.showInformationMessage('Nothing can be simulated here; the Problems view says what is missing.');
        } else if (isAnswer(answer)) {
            await this.show(command, question, answer);
        }
        return answer;
    };

    /** The boot at the cursor, or the only one; else asks. */
    private async question(): Promise<Question | undefined> {
        const editor = visibleTopology();
        const document = editor?.document;
        const client = this.server.running;
        if (document === undefined || client === undefined) {
            return undefined;
        }
        const uri = client.code2ProtocolConverter.asUri(document.uri);
        const boots = (await bootsOf(document)).filter(one => one.kind === 'boot');
        const at = editor?.selection.active;
        const here = boots.find(boot => at !== undefined && boot.range.contains(at)) ?? (boots.length === 1 ? boots[0] : undefined);
        if (here !== undefined || boots.length === 0) {
            return here === undefined ? { uri } : { uri, boot: here.name };
        }
        const chosen = await vscode.window.showQuickPick(boots.map(boot => ({ label: boot.name, description: boot.detail })), { title: 'Which boot?' });
        return chosen === undefined ? undefined : { uri, boot: chosen.label };
    }

    private async show(command: string, question: Question, answer: Answer): Promise<void> {
        const client = this.server.running;
        let first: Answer | undefined = answer;
        await this.reports.show({
            title: answer.title,
            markdown: true,
            source: client?.protocol2CodeConverter.asUri(question.uri),
            make: async token => {
                const now: unknown = first ?? await this.server.running?.sendRequest('workspace/executeCommand', { command, arguments: [question] }, token);
                first = undefined;
                if (!isAnswer(now)) {
                    throw new Error('nothing can be simulated here now');
                }
                return now.text;
            },
        });
        if (client !== undefined) {
            await this.propose(client, answer);
        }
    }

    /** Offers what the answer proposes. */
    private async propose(client: LanguageClient, answer: Answer): Promise<void> {
        const proposals = answer.proposals ?? (answer.edits === undefined ? [] : [{ title: 'Apply', edit: answer.edits }]);
        if (proposals.length === 0) {
            return;
        }
        const [best] = proposals;
        const others = 'Choose…';
        const answered = await vscode.window.showInformationMessage(`${answer.title}: ${best?.title ?? ''}`, 'Apply', ...proposals.length > 1 ? [others] : []);
        const title = answered === others ? await vscode.window.showQuickPick(proposals.map(one => one.title), { title: answer.title })
            : answered === undefined ? undefined : best?.title;
        const proposal = proposals.find(one => one.title === title);
        if (proposal !== undefined) {
            await vscode.workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(proposal.edit));
        }
    }
}

function isQuestion(value: unknown): value is Question {
    return typeof value === 'object' && value !== null && 'uri' in value && typeof value.uri === 'string';
}

function isAnswer(value: unknown): value is Answer {
    return typeof value === 'object' && value !== null && 'title' in value && 'text' in value
        && typeof value.title === 'string' && typeof value.text === 'string';
}
