/** Whether `diagnostics` report a problem on `line`. */
export function reports(diagnostics, line) {
    return diagnostics.some(({ range, severity = 1 }) => range.start.line <= line && line <= range.end.line && severity <= 2);
}

/**
 * Tells when diagnostics that a server sends unasked belong to a version of the text. A server may say the version; many do not. So each
 * edit makes or cures a problem on its line, and what arrives counts where the line looks as that edit leaves it.
 */
export class PushedDiagnostics {
    #waiting;

    /** To be called with the parameters of each `textDocument/publishDiagnostics`. */
    published({ version, diagnostics }) {
        const waiting = this.#waiting;
        if (waiting === undefined || (typeof version === 'number' && version < waiting.version) || !waiting.holds(diagnostics)) {
            return;
        }
        this.#waiting = undefined;
        waiting.resolve(diagnostics);
    }

    /** The first diagnostics of `version` for which `holds` is true. Call it before the edit is sent. */
    next(version, holds) {
        return new Promise(resolve => { this.#waiting = { version, holds, resolve }; });
    }
}
