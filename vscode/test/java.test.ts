import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import { describe, it } from 'node:test';
import type { Machine } from '../src/java';
import { findJava, NoJava } from '../src/java';

/** A machine with Javas in some folders, each with its version. */
function machine(javas: Record<string, string>, environment: NodeJS.ProcessEnv = {}, more: Partial<Machine> = {}): Machine {
    return {
        platform: 'linux',
        environment,
        home: '/home/me',
        read: file => path.basename(file) === 'release' && path.dirname(file) in javas ? `JAVA_VERSION="${javas[path.dirname(file)] ?? ''}"\n` : undefined,
        isExecutable: file => Object.keys(javas).some(home => file === path.join(home, 'bin', 'java')),
        list: folder => Object.keys(javas).filter(home => path.dirname(home) === folder).map(home => path.basename(home)),
        resolve: file => file,
        print: () => undefined,
        ...more,
    };
}

function refusal(action: () => unknown): string {
    try {
        action();
        return 'accepted';
    } catch (problem) {
        assert.ok(problem instanceof NoJava, String(problem));
        return problem.message;
    }
}

describe('the Java that runs the server', () => {
    it('is the one that the settings name', () => {
        const all = machine({ '/opt/mine': '21.0.2', '/ext/java': '17' }, { JAVA_HOME: '/usr/lib/jvm/j17' });
        assert.equal(findJava('/opt/mine', '/ext/java', all).home, '/opt/mine');
    });

    it('may be named by its executable', () => {
        assert.equal(findJava('/opt/mine/bin/java', '/ext/java', machine({ '/opt/mine': '21' })).home, '/opt/mine');
    });

    it('may be named below the home folder', () => {
        assert.equal(findJava('~/jdk', '/ext/java', machine({ '/home/me/jdk': '17' })).home, '/home/me/jdk');
    });

    it('is no other than the one that the settings name', () => {
        assert.match(refusal(() => findJava('/nowhere', '/ext/java', machine({ '/ext/java': '17' }))), /no Java in \/nowhere/);
    });

    it('is refused with its version where the settings name an old one', () => {
        assert.match(refusal(() => findJava('/opt/j11', '', machine({ '/opt/j11': '11.0.20' }))), /is Java 11; pcitopo needs Java 17/);
    });

    it('is the one that the extension carries, before those of the machine', () => {
        const all = machine({ '/ext/java': '17', '/usr/lib/jvm/j21': '21' }, { JAVA_HOME: '/usr/lib/jvm/j21' });
        assert.equal(findJava('', '/ext/java', all).home, '/ext/java');
    });

    it('is that of JAVA_HOME', () => {
        const all = machine({ '/jvm/a': '17', '/usr/lib/jvm/b': '21' }, { JAVA_HOME: '/jvm/a' });
        assert.equal(findJava('', '/ext/java', all).home, '/jvm/a');
    });

    it('is not that of JAVA_HOME where it is too old', () => {
        const all = machine({ '/jvm/a': '1.8.0_402', '/usr/lib/jvm/b': '21' }, { JAVA_HOME: '/jvm/a' });
        assert.equal(findJava('', '/ext/java', all).home, '/usr/lib/jvm/b');
    });

    it('is that on the PATH, behind its links', () => {
        const all = machine({ '/jvm/real': '17' }, { PATH: '/bin:/usr/bin' }, {
            isExecutable: file => file === '/usr/bin/java' || file === '/jvm/real/bin/java',
            resolve: file => file === '/usr/bin/java' ? '/jvm/real/bin/java' : file,
        });
        assert.equal(findJava('', '/ext/java', all).home, '/jvm/real');
    });

    it('is asked for its version where it has no release file', () => {
        const all = machine({ '/jvm/a': '' }, { JAVA_HOME: '/jvm/a' }, { read: () => undefined, print: () => 'openjdk version "25-ea" 2025-09-16' });
        assert.equal(findJava('', '/ext/java', all).version, 25);
    });

    it('is found on macOS', () => {
        const home = '/Library/Java/JavaVirtualMachines/temurin-21.jdk/Contents/Home';
        const all = machine({ [home]: '21' }, {}, {
            platform: 'darwin', list: folder => folder === '/Library/Java/JavaVirtualMachines' ? ['temurin-21.jdk'] : [],
        });
        assert.equal(findJava('', '/ext/java', all).home, home);
    });

    it('is missing in words', () => {
        assert.equal(refusal(() => findJava('', '/ext/java', machine({}))), 'pcitopo needs Java 17 or newer, and none was found.');
    });

    it('is missing with what was found instead', () => {
        assert.match(refusal(() => findJava('', '/ext/java', machine({ '/usr/lib/jvm/j11': '11' }))), /only Java 11 was found \(\/usr\/lib\/jvm\/j11\)/);
    });
});
