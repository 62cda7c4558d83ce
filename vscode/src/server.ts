/** The language server: starts it, starts it again where it ends by itself, tells in which state it is. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import * as vscode from 'vscode';
import type { LanguageClientOptions, Middleware } from 'vscode-languageclient/node';
import { CloseAction, ErrorAction, LanguageClient, RevealOutputChannelOn, State as ClientState } from 'vscode-languageclient/node';
import type { Shared } from './context';
import { LANGUAGE, program, SCHEMES, settings } from './context';
import type { Java } from './java';
import { NoJava } from './java';
import type { Program } from './program';
import { Restarts } from './restarts';

const MOST_RESTARTS = 3;
const WITHIN = 3 * 60_000;

/** Where the server stands, and for `failed` why. */
export type ServerState = { readonly kind: 'stopped' | 'starting' | 'running' } | { readonly kind: 'failed'; readonly why: string };

export class Server implements vscode.Disposable {
    private readonly changes = new vscode.EventEmitter<ServerState>();
    private readonly restarts = new Restarts(MOST_RESTARTS, WITHIN, Date.now);
    private client: LanguageClient | undefined;
    private on: Java | undefined;
    private middleware: Middleware = {};
    private now: ServerState = { kind: 'stopped' };
    private work: Promise<void> = Promise.resolve();

    /** Fires at each change of the state. */
    readonly onDidChange = this.changes.event;

    constructor(private readonly shared: Shared) {
    }

    /** What stands between editor and server from the next start on. */
    use(middleware: Middleware): void {
        this.middleware = middleware;
    }

    get state(): ServerState {
        return this.now;
    }

    /** The client, where the server runs. */
    get running(): LanguageClient | undefined {
        return this.now.kind === 'running' ? this.client : undefined;
    }

    /** The commands that the server offers to execute. */
    get commands(): readonly string[] {
        return this.running?.initializeResult?.capabilities.executeCommandProvider?.commands ?? [];
    }

    /** The Java that it runs on, where the extension started it with one. */
    get java(): Java | undefined {
        return this.on;
    }

    /** Starts it, or starts it anew with the settings of now. A person asked for it: earlier ends are forgotten. */
    start(): Promise<void> {
        this.restarts.reset();
        return this.then(async () => {
            await this.end();
            await this.begin();
        });
    }

    stop(): Promise<void> {
        return this.then(() => this.end());
    }

    /** The settings of now take effect. */
    configure(): void {
        void this.running?.sendNotification('workspace/didChangeConfiguration', { settings: { pcitopo: settings() } });
    }

    dispose(): void {
        void this.stop();
        this.changes.dispose();
    }

    /** One after the other: a start that is asked for while another is under way waits for it. */
    private then(step: () => Promise<void>): Promise<void> {
        this.work = this.work.then(step, step);
        return this.work;
    }

    private become(state: ServerState): void {
        this.now = state;
        this.changes.fire(state);
    }

    private async begin(): Promise<void> {
        const { log } = this.shared;
        let found: Program;
        try {
            found = program(this.shared);
        } catch (problem) {
            this.failed(String(problem instanceof Error ? problem.message : problem));
            void this.explain(problem);
            return;
        }
        log.info(`server: ${found.executable}${found.java === undefined ? '' : ` (Java ${found.java.version})`}`);
        const client = new LanguageClient('pcitopo', 'pcitopo', () => this.spawn(), this.options());
        this.client = client;
        client.onDidChangeState(change => {
            if (this.client === client) {
                this.follow(change.newState);
            }
        });
        this.become({ kind: 'starting' });
        try {
            await client.start();
        } catch (problem) {
            if (this.client === client && this.now.kind !== 'failed') {
                this.gaveUp(problem instanceof Error ? problem.message : String(problem));
            }
        }
    }

    private async end(): Promise<void> {
        const client = this.client;
        this.client = undefined;
        if (client !== undefined) {
            try {
                await client.dispose();
            } catch (problem) {
                // It was not running, or did not answer in time; its process is ended in either case.
                this.shared.log.debug(`stopping the server: ${String(problem)}`);
            }
        }
        this.become({ kind: 'stopped' });
    }

    private follow(state: ClientState): void {
        if (state === ClientState.Running) {
            this.become({ kind: 'running' });
        } else if (state === ClientState.Starting) {
            this.become({ kind: 'starting' });
        } else if (this.now.kind !== 'failed') {
            this.become({ kind: 'stopped' });
        }
    }

    /** A process for each start: after a restart with what is there then (a new archive, another Java). */
    private async spawn(): Promise<ChildProcess> {
        const { log } = this.shared;
        const found = program(this.shared);
        this.on = found.java;
        const args = [...found.args, 'lsp'];
        log.debug(`${found.executable} ${args.join(' ')}`);
        const child = spawn(found.executable, args, { env: found.environment, stdio: 'pipe', windowsHide: true });
        await new Promise<void>((resolve, reject) => {
            child.once('spawn', resolve);
            child.once('error', problem => reject(new Error(`${found.executable} cannot be started: ${problem.message}`)));
        });
        log.info(`server: process ${child.pid ?? 'unknown'}`);
        child.once('exit', (code, signal) => log.info(`server: process ${child.pid ?? 'unknown'} ended ${signal ?? `with ${code ?? 'no'} status`}`));
        return child;
    }

    private options(): LanguageClientOptions {
        return {
            documentSelector: SCHEMES.map(scheme => ({ language: LANGUAGE, scheme })),
            initializationOptions: { pcitopo: settings(), showsResults: true },
            outputChannel: this.shared.log,
            revealOutputChannelOn: RevealOutputChannelOn.Never,
            middleware: this.middleware,
            initializationFailedHandler: () => false,
            errorHandler: {
                error: () => ({ action: ErrorAction.Continue, handled: true }),
                closed: () => this.closed(),
            },
        };
    }

    /** The server has ended without having been asked to. */
    private closed(): { action: CloseAction; handled: true } {
        const restart = this.now.kind === 'running' ? this.restarts.next() : undefined;
        if (restart === undefined) {
            this.gaveUp(this.now.kind === 'running' ? `it ended ${this.restarts.most + 1} times within ${WITHIN / 60_000} minutes`
                : 'it ended while it was starting');
            return { action: CloseAction.DoNotRestart, handled: true };
        }
        const text = `The pcitopo server ended unexpectedly and is started again (${restart} of ${this.restarts.most}).`;
        this.shared.log.warn(text);
        void this.offer(vscode.window.showWarningMessage(text, 'Show Log'));
        // With a client of its own: one that the library starts again does not ask for diagnostics any more.
        void this.then(async () => {
            await this.end();
            await this.begin();
        });
        return { action: CloseAction.DoNotRestart, handled: true };
    }

    private failed(why: string): void {
        this.shared.log.error(why);
        this.become({ kind: 'failed', why });
    }

    private gaveUp(why: string): void {
        if (this.now.kind !== 'failed') {
            this.failed(`The pcitopo server does not run: ${why}`);
            void this.offer(vscode.window.showErrorMessage(`The pcitopo server does not run: ${why}.`, 'Start Again', 'Show Log'));
        }
    }

    private async explain(problem: unknown): Promise<void> {
        if (problem instanceof NoJava) {
            const what = problem.chosen ? 'Correct the setting, or clear it to use the Java that is found.'
                : 'Install one (for example Debian: openjdk-17-jre-headless; Fedora: java-17-openjdk-headless; elsewhere: adoptium.net) '
                    + 'or tell where it is. Highlighting and snippets work without.';
            await this.offer(vscode.window.showErrorMessage(`${problem.message} ${what}`, 'Open Settings', 'Open Documentation', 'Try Again'));
        } else {
            await this.offer(vscode.window.showErrorMessage(String(problem), 'Show Log'));
        }
    }

    private async offer(answer: Thenable<string | undefined>): Promise<void> {
        const chosen = await answer;
        if (chosen === 'Show Log') {
            this.shared.log.show();
        } else if (chosen === 'Start Again' || chosen === 'Try Again') {
            await this.start();
        } else if (chosen === 'Open Settings') {
            await vscode.commands.executeCommand('workbench.action.openSettings', 'pcitopo.java.home');
        } else if (chosen === 'Open Documentation') {
            const page = vscode.Uri.joinPath(this.shared.extension.extensionUri, 'README.md').with({ fragment: 'java' });
            await vscode.commands.executeCommand('markdown.showPreview', page);
        }
    }
}
