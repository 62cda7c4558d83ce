/** Finds a Java that can run the server. Knows nothing of VS Code: what it asks of the machine comes in through {@link Machine}. */
import * as path from 'node:path';

/** The oldest Java that runs the server. */
export const OLDEST = 17;

/** What is asked of the machine. */
export interface Machine {
    readonly platform: NodeJS.Platform;
    readonly environment: NodeJS.ProcessEnv;
    readonly home: string;
    /** The file's text, undefined where it cannot be read. */
    read(file: string): string | undefined;
    isExecutable(file: string): boolean;
    /** The names in a folder, none where there is no such folder. */
    list(folder: string): string[];
    /** The file behind symbolic links. */
    resolve(file: string): string;
    /** What `program args` prints on either stream, undefined where it cannot be started. */
    print(program: string, args: string[]): string | undefined;
}

/** A Java: the folder that has `bin/java`, and its version. */
export interface Java {
    readonly home: string;
    readonly executable: string;
    readonly version: number;
}

/** Why there is no Java: what was looked at and what was wrong with it. */
export class NoJava extends Error {
    /** @param chosen whether a person chose the Java that does not do */
    constructor(message: string, readonly chosen: boolean) {
        super(message);
    }
}

/**
 * The Java to use: the one that the settings name, and no other where they name one; else the one that the extension carries; else
 * the first that is new enough of JAVA_HOME, the PATH and the usual places.
 *
 * @param setting what `pcitopo.java.home` says, empty for nothing
 * @param carried where the extension's own Java would be
 * @throws NoJava where there is none
 */
export function findJava(setting: string, carried: string, machine: Machine): Java {
    if (setting !== '') {
        const home = setting.startsWith('~/') ? path.join(machine.home, setting.slice(2)) : setting;
        const java = javaAt(home, machine) ?? javaAt(path.dirname(path.dirname(home)), machine);
        if (java === undefined) {
            throw new NoJava(`There is no Java in ${setting}, which the setting pcitopo.java.home names.`, true);
        }
        if (java.version < OLDEST) {
            throw new NoJava(`The setting pcitopo.java.home names ${setting}, which is Java ${java.version}; `
                + `pcitopo needs Java ${OLDEST} or newer.`, true);
        }
        return java;
    }
    const tooOld: Java[] = [];
    for (const home of new Set(homes(carried, machine))) {
        const java = javaAt(home, machine);
        if (java !== undefined && java.version >= OLDEST) {
            return java;
        }
        if (java !== undefined) {
            tooOld.push(java);
        }
    }
    const found = tooOld[0];
    throw new NoJava(found === undefined ? `pcitopo needs Java ${OLDEST} or newer, and none was found.`
        : `pcitopo needs Java ${OLDEST} or newer; only Java ${found.version} was found (${found.home}).`, false);
}

function* homes(carried: string, machine: Machine): Generator<string> {
    yield carried;
    const { JAVA_HOME, JDK_HOME, PCITOPO_JAVA_HOME } = machine.environment;
    for (const home of [PCITOPO_JAVA_HOME, JAVA_HOME, JDK_HOME]) {
        if (home !== undefined && home !== '') {
            yield home;
        }
    }
    for (const folder of (machine.environment.PATH ?? machine.environment.Path ?? '').split(delimiter(machine))) {
        const executable = path.join(folder, name(machine));
        if (folder !== '' && machine.isExecutable(executable)) {
            yield path.dirname(path.dirname(machine.resolve(executable)));
        }
    }
    for (const [folder, tail] of usualPlaces(machine)) {
        for (const entry of machine.list(folder).sort().reverse()) {
            yield path.join(folder, entry, tail);
        }
    }
}

/** Folders of Javas, and where in each the Java is. */
function usualPlaces(machine: Machine): [string, string][] {
    const own: [string, string][] = [[path.join(machine.home, '.sdkman/candidates/java'), ''], [path.join(machine.home, '.jdks'), '']];
    switch (machine.platform) {
        case 'win32': {
            const programs = machine.environment.ProgramFiles ?? 'C:\\Program Files';
            return [...own, ...['Java', 'Eclipse Adoptium', 'Microsoft', 'Zulu', 'Amazon Corretto']
                .map((vendor): [string, string] => [path.join(programs, vendor), ''])];
        }
        case 'darwin':
            return [...own, ['/Library/Java/JavaVirtualMachines', 'Contents/Home'], ['/opt/homebrew/opt', ''], ['/usr/local/opt', '']];
        default:
            return [...own, ['/usr/lib/jvm', ''], ['/usr/java', ''], ['/opt/java', ''], ['/opt', '']];
    }
}

function javaAt(home: string, machine: Machine): Java | undefined {
    const executable = path.join(home, 'bin', name(machine));
    if (!machine.isExecutable(executable)) {
        return undefined;
    }
    const release = machine.read(path.join(home, 'release'));
    const version = versionIn(/^JAVA_VERSION="([^"]*)"/m.exec(release ?? '')?.[1])
        ?? versionIn(/version "([^"]*)"/.exec(machine.print(executable, ['-version']) ?? '')?.[1]);
    return version === undefined ? undefined : { home, executable, version };
}

/** `17` of `17.0.15`, `8` of `1.8.0_402`, `25` of `25-ea`. */
function versionIn(text: string | undefined): number | undefined {
    const match = /^(?:1\.)?([0-9]+)/.exec(text ?? '');
    return match === null ? undefined : Number(match[1]);
}

function name(machine: Machine): string {
    return machine.platform === 'win32' ? 'java.exe' : 'java';
}

function delimiter(machine: Machine): string {
    return machine.platform === 'win32' ? ';' : ':';
}
