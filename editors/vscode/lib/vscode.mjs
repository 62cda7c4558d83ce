// A VS Code server (code-server) with folders of its own.
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { end } from './processes.mjs';

const ENTRY = join(process.env.PCITOPO_EDITORS, 'vscode/node_modules/code-server/out/node/entry.js');

export class VsCode {
    #folder;
    #environment;
    #child;

    /** @param folder where everything goes that it writes */
    constructor(folder) {
        this.#folder = folder;
        for (const name of ['home', 'user/User', 'extensions', 'tmp']) {
            mkdirSync(join(folder, name), { recursive: true });
        }
        writeFileSync(join(folder, 'config.yaml'), 'auth: none\ncert: false\n');
        const own = name => join(folder, name);
        this.#environment = { ...process.env, HOME: own('home'), TMPDIR: own('tmp'), XDG_RUNTIME_DIR: own('tmp') };
        for (const name of Object.keys(this.#environment)) {
            if (/^(XDG_(CONFIG|DATA|CACHE)_HOME|VSCODE_.*|NODE_OPTIONS|DISPLAY)$/.test(name)) {
                delete this.#environment[name];
            }
        }
    }

    get log() {
        return join(this.#folder, 'server.log');
    }

    get pid() {
        return this.#child.pid;
    }

    /** The user's settings; VS Code reads them when it starts. */
    settings(settings) {
        writeFileSync(join(this.#folder, 'user/User/settings.json'), JSON.stringify(settings, null, 4));
    }

    #arguments(...more) {
        return [ENTRY, '--config', join(this.#folder, 'config.yaml'), '--user-data-dir', join(this.#folder, 'user'),
            '--extensions-dir', join(this.#folder, 'extensions'), '--disable-telemetry', '--disable-update-check', ...more];
    }

    install(vsix) {
        const done = spawnSync(process.execPath, this.#arguments('--install-extension', vsix),
            { env: this.#environment, encoding: 'utf8', timeout: 120_000 });
        appendFileSync(this.log, done.stdout + done.stderr);
        if (done.status !== 0 || !/was successfully installed/.test(done.stdout)) {
            throw new Error(`VS Code did not install ${vsix}:\n${done.stdout}${done.stderr}`);
        }
    }

    /** Starts serving; the address that the browser opens to work in a folder. */
    async serve(workspace) {
        this.#child = spawn(process.execPath,
            this.#arguments('--bind-addr', '127.0.0.1:0', '--disable-workspace-trust', '--disable-getting-started-override'),
            { env: this.#environment, stdio: ['ignore', 'pipe', 'pipe'] });
        const address = await new Promise((resolve, reject) => {
            let said = '';
            const impatience = setTimeout(() => reject(new Error(`VS Code does not serve after 60 s; it said:\n${said}`)), 60_000);
            const read = piece => {
                said += piece;
                appendFileSync(this.log, piece);
                const found = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(said);
                if (found) {
                    clearTimeout(impatience);
                    resolve(found[1]);
                }
            };
            this.#child.stdout.on('data', read);
            this.#child.stderr.on('data', read);
            this.#child.on('exit', status => {
                clearTimeout(impatience);
                reject(new Error(`VS Code ended with ${status}; it said:\n${said}`));
            });
        });
        return `${address}/?folder=${encodeURIComponent(workspace)}`;
    }

    /** Ends the server and everything that it started; what had to be killed. */
    async end() {
        return this.#child ? await end(this.#child) : [];
    }
}
