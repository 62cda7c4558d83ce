/** How pcitopo is started. Knows nothing of VS Code. */
import * as path from 'node:path';
import type { Java, Machine } from './java';
import { findJava } from './java';

/** A program with the arguments that stand before pcitopo's own. */
export interface Program {
    readonly executable: string;
    readonly args: readonly string[];
    readonly environment: NodeJS.ProcessEnv;
    /** The Java that runs it, undefined where a launcher of its own finds one. */
    readonly java: Java | undefined;
}

/** What the settings say of it. */
export interface ProgramSettings {
    /** `pcitopo.server.command`, empty for nothing. */
    readonly command: string;
    /** `pcitopo.java.home`, empty for nothing. */
    readonly javaHome: string;
    /** `pcitopo.java.options`. */
    readonly javaOptions: readonly string[];
}

const MAIN = 'org.pcitopo.cli.Main';

/**
 * The command that the settings name; else the distribution in the extension, on a Java; else, where the extension runs from a
 * checkout, the checkout's launcher; else `pcitopo` on the PATH.
 *
 * @param extension the extension's folder
 * @param archive the class-data archive for the distribution on a Java, if there is one
 * @param folder the first folder of the workspace, if there is one
 * @throws NoJava where the distribution has no Java to run on
 */
export function findProgram(settings: ProgramSettings, extension: string, archive: (java: Java) => string | undefined, folder: string | undefined,
    machine: Machine): Program {
    if (settings.command !== '') {
        return { executable: expand(settings.command, folder, machine), args: [], environment: environment(machine), java: undefined };
    }
    const server = path.join(extension, 'server');
    const options = machine.read(path.join(server, 'options'));
    if (options !== undefined) {
        const java = findJava(settings.javaHome, path.join(extension, 'java'), machine);
        const args = javaArguments(java, server, options, settings.javaOptions, archive(java), machine);
        return { executable: java.executable, args, environment: environment(machine), java };
    }
    const checkout = path.join(path.dirname(extension), 'pcitopo');
    const executable = machine.isExecutable(checkout) ? checkout : 'pcitopo';
    return { executable, args: [], environment: environment(machine), java: undefined };
}

/** What stands before the arguments of pcitopo: Java's options and the main class. */
function javaArguments(java: Java, server: string, options: string, more: readonly string[],
    archive: string | undefined, machine: Machine): string[] {
    return [
        ...options.split(/\r?\n/).filter(line => line !== '').map(line => line.replaceAll('@SERVER@', server)),
        // The way in which Guice makes classes draws warnings from Java 24 and newer; it knows another, which is slower.
        ...java.version >= 24 ? ['-Dguice_custom_class_loading=CHILD'] : [],
        ...archive === undefined ? [] : [`-XX:SharedArchiveFile=${archive}`],
        ...more,
        '-cp', classPath(server, machine), MAIN,
    ];
}

export function classPath(server: string, machine: Machine): string {
    const jars = machine.list(path.join(server, 'lib')).filter(jar => jar.endsWith('.jar')).sort();
    return jars.map(jar => path.join(server, 'lib', jar)).join(machine.platform === 'win32' ? ';' : ':');
}

/** Java reads file names in the encoding of the locale: makes it one that knows all characters, as the launcher does. */
function environment(machine: Machine): NodeJS.ProcessEnv {
    const { LC_ALL, LC_CTYPE, LANG } = machine.environment;
    const known = /utf-?8/i.test([LC_ALL, LC_CTYPE, LANG].find(value => value !== undefined && value !== '') ?? '');
    return known || machine.platform === 'win32' || machine.platform === 'darwin' ? machine.environment
        : { ...machine.environment, LC_ALL: 'C.UTF-8' };
}

function expand(command: string, folder: string | undefined, machine: Machine): string {
    const expanded = command.replace(/^~(?=[/\\])/, machine.home).replaceAll('${workspaceFolder}', folder ?? '');
    // A path is one of the workspace; a bare name is looked up on the PATH.
    return folder !== undefined && /[/\\]/.test(expanded) ? path.resolve(folder, expanded) : expanded;
}
