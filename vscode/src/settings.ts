/** What a person set, in the server's words. Knows nothing of VS Code. */

/** How bad a problem is to be. */
export type Severity = 'error' | 'warning' | 'info' | 'off';

/** What the server is told: `initializationOptions` and `workspace/didChangeConfiguration`. */
export interface ServerSettings {
    readonly kernel: readonly string[];
    readonly pageSize: readonly string[];
    readonly passthrough: readonly string[];
    readonly severity: Readonly<Record<string, Severity>>;
}

/** Reads the value of `pcitopo.NAME`. */
export type Read = (name: string) => unknown;

const SEVERITIES: readonly string[] = ['error', 'warning', 'info', 'off'];

export function serverSettings(read: Read): ServerSettings {
    return {
        kernel: list(read('kernel')),
        pageSize: list(read('pageSize')),
        passthrough: list(read('passthrough')),
        severity: severities(read('severity')),
    };
}

/** The options of `simulate` that mean the same as the settings. */
export function simulateOptions(settings: ServerSettings): string[] {
    return [
        ...settings.kernel.flatMap(release => ['--kernel', release]),
        ...settings.pageSize.flatMap(size => ['--page-size', size]),
        ...settings.passthrough.flatMap(selector => ['--passthrough', selector]),
    ];
}

/** One or several texts; people write `"6.12"` where a list of one is meant, and 6.12 where JSON reads a number. */
export function list(value: unknown): string[] {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.filter(one => typeof one === 'string' || typeof one === 'number').map(one => String(one).trim()).filter(one => one !== '');
}

function severities(value: unknown): Record<string, Severity> {
    return typeof value !== 'object' || value === null ? {}
        : Object.fromEntries(Object.entries(value).filter((entry): entry is [string, Severity] =>
            typeof entry[1] === 'string' && SEVERITIES.includes(entry[1])));
}
