import * as assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importLogs, named, replay, simulate } from '../src/arguments';
import type { Machine } from '../src/java';
import type { ProgramSettings } from '../src/program';
import { findProgram } from '../src/program';
import { serverSettings } from '../src/settings';

const NOTHING: ProgramSettings = { command: '', javaHome: '', javaOptions: [] };
const NO_SETTINGS = serverSettings(() => undefined);

function machine(files: Record<string, string>, environment: NodeJS.ProcessEnv = {}): Machine {
    return {
        platform: 'linux', environment, home: '/home/me', read: file => files[file], isExecutable: file => file in files,
        list: folder => folder === '/ext/server/lib' ? ['b.jar', 'a.jar', 'notes.txt'] : [], resolve: file => file, print: () => undefined,
    };
}

/** An extension that carries the program, on a machine with a Java. */
function bundled(version = '17.0.9', environment: NodeJS.ProcessEnv = {}): Machine {
    return machine({
        '/ext/server/options': '-Xss16m\n-Dpcitopo.pages=@SERVER@/problems\n', '/jvm/bin/java': '', '/jvm/release': `JAVA_VERSION="${version}"`,
    }, { JAVA_HOME: '/jvm', LANG: 'en_US.UTF-8', ...environment });
}

describe('the program', () => {
    it('is the distribution in the extension, on a Java', () => {
        const program = findProgram(NOTHING, '/ext', () => undefined, undefined, bundled());
        assert.deepEqual([program.executable, ...program.args], ['/jvm/bin/java', '-Xss16m', '-Dpcitopo.pages=/ext/server/problems',
            '-cp', '/ext/server/lib/a.jar:/ext/server/lib/b.jar', 'org.pcitopo.cli.Main']);
    });

    it('starts with the class-data archive where there is one', () => {
        const program = findProgram(NOTHING, '/ext', java => `/storage/${java.version}.jsa`, undefined, bundled());
        assert.ok(program.args.includes('-XX:SharedArchiveFile=/storage/17.jsa'));
    });

    it('gets the options of the settings behind its own', () => {
        const program = findProgram({ ...NOTHING, javaOptions: ['-Xmx2g'] }, '/ext', () => undefined, undefined, bundled());
        assert.ok(program.args.indexOf('-Xmx2g') > program.args.indexOf('-Xss16m'));
    });

    it('is told what Java 24 and newer want', () => {
        assert.ok(findProgram(NOTHING, '/ext', () => undefined, undefined, bundled('25')).args.includes('-Dguice_custom_class_loading=CHILD'));
    });

    it('reads file names in UTF-8 whatever the locale', () => {
        assert.equal(findProgram(NOTHING, '/ext', () => undefined, undefined, bundled('17', { LANG: 'C' })).environment.LC_ALL, 'C.UTF-8');
    });

    it('is what the settings name', () => {
        const program = findProgram({ ...NOTHING, command: '~/pcitopo/pcitopo' }, '/ext', () => undefined, undefined, bundled());
        assert.deepEqual([program.executable, ...program.args], ['/home/me/pcitopo/pcitopo']);
    });

    it('may be named relative to the workspace', () => {
        const name = (command: string): string => findProgram({ ...NOTHING, command }, '/ext', () => undefined, '/home/me/machines', bundled()).executable;
        assert.deepEqual([name('./pcitopo'), name('${workspaceFolder}/pcitopo'), name('pcitopo')],
            ['/home/me/machines/pcitopo', '/home/me/machines/pcitopo', 'pcitopo']);
    });

    it('is the launcher of the checkout that the extension runs from', () => {
        assert.equal(findProgram(NOTHING, '/src/vscode', () => undefined, undefined, machine({ '/src/pcitopo': '' })).executable, '/src/pcitopo');
    });

    it('is the one on the PATH where there is nothing else', () => {
        assert.equal(findProgram(NOTHING, '/src/vscode', () => undefined, undefined, machine({})).executable, 'pcitopo');
    });
});

describe('simulate', () => {
    it('reads the text of the editor as the file that it is', () => {
        assert.deepEqual(simulate({ file: '/w/a/b.pcitopo', workspace: '/w' }, { boot: 'stock' }, NO_SETTINGS, '/x'),
            { args: ['simulate', '-', '--as', 'a/b.pcitopo', '--boot', 'stock'], folder: '/w' });
    });

    it('runs in the file\'s folder where there is no workspace', () => {
        assert.equal(simulate({ file: '/w/a/b.pcitopo', workspace: undefined }, 'all', NO_SETTINGS, '/x').folder, '/w/a');
    });

    it('reads a text that has no file', () => {
        assert.deepEqual(simulate({ file: undefined, workspace: undefined }, { host: 'box' }, NO_SETTINGS, '/x'),
            { args: ['simulate', '-', '--host', 'box'], folder: '/x' });
    });

    it('looks at what the settings look at', () => {
        const settings = serverSettings(name => ({ kernel: ['6.12', '7.2'], pageSize: '64K', passthrough: ['all'] })[name]);
        assert.deepEqual(simulate({ file: undefined, workspace: undefined }, 'all', settings, '/x').args.slice(2),
            ['--kernel', '6.12', '--kernel', '7.2', '--page-size', '64K', '--passthrough', 'all']);
    });
});

describe('logs', () => {
    it('are named relative to the workspace', () => {
        assert.deepEqual(named(['/w/logs/a.dmesg', '/w/b.lspci'], '/w'), { folder: '/w', names: ['logs/a.dmesg', 'b.lspci'] });
    });

    it('outside of it are named relative to the first', () => {
        assert.deepEqual(named(['/tmp/a.dmesg', '/other/b.lspci'], '/w'), { folder: '/tmp', names: ['a.dmesg', '/other/b.lspci'] });
    });

    it('are never taken for options', () => {
        assert.deepEqual(named(['/tmp/-o'], undefined).names, ['./-o']);
    });

    it('are imported together and replayed one by one', () => {
        assert.deepEqual([importLogs(['a', 'b']), replay(['a'])], [['import', 'a', 'b'], ['replay', 'a']]);
    });
});
