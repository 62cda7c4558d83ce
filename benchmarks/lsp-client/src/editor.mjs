import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refused, ServerProcess, within } from './process.mjs';
import { PushedDiagnostics } from './verdicts.mjs';

const CONTENT_MODIFIED = -32801;
const SERVER_CANCELLED = -32802;

/** An editor with one open file: what any editor does with a language server, and nothing else. */
export class Editor {
    #server;
    #folder;
    #uri;
    #version = 1;
    #timeout;
    #pulls = false;
    #wholeTexts = false;
    #pushed = new PushedDiagnostics();
    #lines;

    /** Starts the server of `subject` and opens `text` in it. `offersPull`: this editor can ask for diagnostics. */
    static async open(subject, text, { offersPull, timeout }) {
        const editor = new Editor();
        editor.#timeout = timeout;
        editor.#folder = mkdtempSync(join(tmpdir(), 'pcitopo-lsp-'));
        try {
            await editor.#start(subject, text, offersPull);
            return editor;
        } catch (failure) {
            await editor.close();
            throw failure;
        }
    }

    async #start(subject, text, offersPull) {
        const file = join(this.#folder, `file.${subject.extension}`);
        writeFileSync(file, text);
        subject.files?.(this.#folder);
        this.#lines = text.split('\n');
        this.#uri = pathToFileURL(file).href;
        const folder = pathToFileURL(this.#folder).href;
        const settings = subject.settings ?? {};
        const server = new ServerProcess(subject.command, {
            'workspace/configuration': ({ items }) => items.map(({ section }) => section ? settings[section] ?? null : settings),
            'workspace/workspaceFolders': () => [{ uri: folder, name: 'benchmark' }],
        });
        this.#server = server;
        server.on('textDocument/publishDiagnostics', params => {
            if (params.uri === this.#uri) {
                this.#pushed.published(params);
            }
        });
        const { capabilities } = await server.request('initialize', {
            processId: process.pid,
            rootUri: folder,
            workspaceFolders: [{ uri: folder, name: 'benchmark' }],
            capabilities: clientCapabilities(offersPull),
        }, this.#timeout);
        const sync = capabilities.textDocumentSync;
        this.#wholeTexts = (typeof sync === 'object' ? sync.change : sync) === 1;
        this.#pulls = offersPull && Boolean(capabilities.diagnosticProvider);
        server.notify('initialized', {});
        if (subject.settings) {
            server.notify('workspace/didChangeConfiguration', { settings });
        }
        const first = this.#pulls ? undefined : this.#pushed.next(1, () => true);
        server.notify('textDocument/didOpen',
            { textDocument: { uri: this.#uri, languageId: subject.languageId, version: 1, text } });
        this.firstDiagnostics = await (this.#pulls ? this.#pull() : within(first, this.#timeout, 'diagnostics'));
        this.toFirstDiagnostics = performance.now() - server.started;
    }

    get server() {
        return this.#server;
    }

    /** Whether the server is asked for diagnostics; else it sends them. */
    get pulls() {
        return this.#pulls;
    }

    /** Replaces `length` characters; does not wait for anything. */
    change({ line, character }, length, replacement) {
        this.#version++;
        const old = this.#lines[line];
        this.#lines[line] = old.slice(0, character) + replacement + old.slice(character + length);
        const change = this.#wholeTexts ? { text: this.#lines.join('\n') }
            : { range: { start: { line, character }, end: { line, character: character + length } }, text: replacement };
        this.#server.notify('textDocument/didChange',
            { textDocument: { uri: this.#uri, version: this.#version }, contentChanges: [change] });
    }

    /** Edits, and returns the milliseconds until the diagnostics of the edited text are there: those for which `holds` is true. */
    async changeAndCheck(place, length, replacement, holds) {
        const pushed = this.#pulls ? undefined : this.#pushed.next(this.#version + 1, holds);
        const start = performance.now();
        this.change(place, length, replacement);
        if (this.#pulls) {
            const diagnostics = await this.#pull();
            const time = performance.now() - start;
            if (!holds(diagnostics)) {
                throw new Error(`the diagnostics asked for after an edit of line ${place.line + 1} are not those of the edited text`);
            }
            return time;
        }
        await within(pushed, this.#timeout, 'diagnostics');
        return performance.now() - start;
    }

    /** Asks for something at a place. */
    ask(method, position) {
        return this.#server.request(method, { textDocument: { uri: this.#uri }, position }, this.#timeout);
    }

    /** Asks for diagnostics where this editor has to, as it would after each edit; what they say does not matter. */
    async checkInBackground() {
        if (this.#pulls) {
            await this.#pull();
        }
    }

    async close() {
        await this.#server?.stop();
        rmSync(this.#folder, { recursive: true, force: true });
    }

    async #pull() {
        const end = performance.now() + this.#timeout;
        for (;;) {
            try {
                const report = await this.#server.request('textDocument/diagnostic',
                    { textDocument: { uri: this.#uri } }, end - performance.now());
                return report.items;
            } catch (refused) {
                if (!(refused instanceof Refused) || ![CONTENT_MODIFIED, SERVER_CANCELLED].includes(refused.code)) {
                    throw refused;
                }
            }
        }
    }
}

/** What this editor says that it can do; much as VS Code says it. */
function clientCapabilities(offersPull) {
    return {
        workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: {} },
        textDocument: {
            synchronization: { didSave: true },
            publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
            ...(offersPull ? { diagnostic: { relatedDocumentSupport: false } } : {}),
            completion: {
                completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'], labelDetailsSupport: true },
                contextSupport: true,
            },
            hover: { contentFormat: ['markdown', 'plaintext'] },
        },
    };
}
