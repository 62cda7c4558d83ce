// The part of @vscode/spdlog that VS Code uses, without native code: writes log lines to a file. Output channels read such files.
import { appendFileSync } from 'node:fs';

const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];

export class Logger {
    #file;
    #level = 0;
    #formatted = true;

    constructor(file) {
        this.#file = file;
    }

    #write(level, message) {
        if (level < this.#level) {
            return;
        }
        const text = this.#formatted ? `${new Date().toISOString()} [${LEVELS[level]}] ${message}\n` : message;
        try {
            appendFileSync(this.#file, text);
        } catch {
            // The run's folder is gone: it is over.
        }
    }

    trace(message) { this.#write(0, message); }
    debug(message) { this.#write(1, message); }
    info(message) { this.#write(2, message); }
    warn(message) { this.#write(3, message); }
    error(message) { this.#write(4, message); }
    critical(message) { this.#write(5, message); }
    getLevel() { return this.#level; }
    setLevel(level) { this.#level = level; }
    setPattern() { this.#formatted = true; }
    clearFormatters() { this.#formatted = false; }
    flush() { }
    drop() { }
}

export async function createRotatingLogger(name, file) {
    return new Logger(file);
}

export const createAsyncRotatingLogger = createRotatingLogger;

export function setFlushOn() { }
export function setLevel() { }
export function shutdown() { }
