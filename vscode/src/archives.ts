/**
 * Class-data archives: Java starts the server in a third of the time with one. An archive fits only the Java, the place and the
 * file times that it was made with, so it is made here, once, in the background, beside the first server that runs without one.
 */
import { spawn } from 'node:child_process';
import * as crypto from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Java } from './java';
import { THIS_MACHINE } from './machine';
import { classPath } from './program';

const SUFFIX = '.jsa';

/** Lets the server have the machine for itself while a person waits for the first answers. */
const PATIENCE = 15_000;

export class Archives implements vscode.Disposable {
    private readonly folder: string;
    private readonly server: string;
    private timer: NodeJS.Timeout | undefined;
    private making: AbortController | undefined;

    constructor(extension: vscode.ExtensionContext, private readonly log: vscode.LogOutputChannel) {
        this.folder = extension.globalStorageUri.fsPath;
        this.server = path.join(extension.extensionPath, 'server');
    }

    /** The archive for this Java, if there is one. */
    of(java: Java): string | undefined {
        const file = this.file(java);
        return fs.existsSync(file) ? file : undefined;
    }

    /** Makes the archive for the Java that the server runs on, where there is none. Failing costs nothing but the time. */
    makeWhatIsMissing(java: Java | undefined): void {
        if (java !== undefined && this.of(java) === undefined && this.making === undefined) {
            clearTimeout(this.timer);
            this.timer = setTimeout(() => void this.make(java), PATIENCE);
        }
    }

    dispose(): void {
        clearTimeout(this.timer);
        this.making?.abort();
    }

    /** What the archive depends on is in its name; Java itself looks again whether it fits. */
    private file(java: Java): string {
        const built = fs.statSync(path.join(this.server, 'options'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
        const key = crypto.createHash('sha256').update([java.home, java.version, this.server, built].join('\0')).digest('hex').slice(0, 16);
        return path.join(this.folder, `classes-${key}${SUFFIX}`);
    }

    private async make(java: Java): Promise<void> {
        const file = this.file(java);
        const own = `${file}.${process.pid}`;
        const abort = new AbortController();
        this.making = abort;
        const started = Date.now();
        try {
            fs.mkdirSync(this.folder, { recursive: true });
            this.removeOld();
            await this.dump(java, own, abort.signal);
            fs.renameSync(own, file);
            this.log.info(`made a class-data archive in ${Date.now() - started} ms; the server starts faster from now on`);
        } catch (problem) {
            this.log.info(`no class-data archive: ${problem instanceof Error ? problem.message : String(problem)}`);
            fs.rmSync(own, { force: true });
        } finally {
            this.making = undefined;
        }
    }

    private removeOld(): void {
        for (const old of fs.readdirSync(this.folder).filter(name => name.startsWith('classes-'))) {
            try {
                fs.rmSync(path.join(this.folder, old), { force: true });
            } catch (problem) {
                // Another window's server runs with it, and the system does not let go.
                this.log.debug(String(problem));
            }
        }
    }

    private dump(java: Java, file: string, signal: AbortSignal): Promise<void> {
        const options = fs.readFileSync(path.join(this.server, 'options'), 'utf8').split(/\r?\n/)
            .filter(option => option.startsWith('-XX:+Use') || option === '-Xlog:disable');
        const args = [...options, '-Xshare:dump', `-XX:SharedClassListFile=${path.join(this.server, 'classes')}`, `-XX:SharedArchiveFile=${file}`,
            '-cp', classPath(this.server, THIS_MACHINE)];
        return new Promise((resolve, reject) => {
            const child = spawn(java.executable, args, { stdio: 'ignore', windowsHide: true, signal });
            child.on('spawn', () => {
                try {
                    os.setPriority(child.pid ?? 0, os.constants.priority.PRIORITY_LOW);
                } catch {
                    // Then at the priority of everything else.
                }
            });
            child.on('error', reject);
            child.on('close', status => status === 0 && fs.existsSync(file) ? resolve()
                : reject(new Error(`Java ended with status ${status ?? 'none'}`)));
        });
    }
}
