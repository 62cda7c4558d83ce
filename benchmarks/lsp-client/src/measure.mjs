import { Editor } from './editor.mjs';
import { NoAnswer } from './process.mjs';
import { summary } from './statistics.mjs';
import { spread } from './texts/script.mjs';
import { reports } from './verdicts.mjs';

/**
 * Measures one server with one text. Each step has a bound: a server that does not answer within `timeout` milliseconds ends the
 * measurement of its text there, and a step that takes longer than `budget` ends with as many rounds as it has done.
 */
export async function measure(subject, length, { rounds, warmUp, offersPull, timeout, budget }) {
    const result = { subject: subject.name, lines: length };
    const { text, edits, typing, hovers } = subject.text(length);
    result.bytes = Buffer.byteLength(text);
    let editor;
    try {
        editor = await Editor.open(subject, text, { offersPull, timeout });
        result.diagnostics = editor.pulls ? 'asked for' : 'sent';
        result.findings = editor.firstDiagnostics.length;
        result.opened = editor.toFirstDiagnostics;
        const places = spread(edits, Math.ceil((rounds + warmUp) / 2));
        const edit = editing(editor, places);
        await repeat(warmUp, budget, edit);
        const cpu = editor.server.cpu();
        const times = await repeat(rounds, budget, edit);
        result.edit = { ...summary(times), cpu: (editor.server.cpu() - cpu) / times.length };
        result.memory = editor.server.memory();
        await repeat(Math.ceil(warmUp / 2), budget, completing(editor, typing));
        result.completion = summary(await repeat(rounds, budget, completing(editor, typing)));
        await editor.checkInBackground();
        const pointing = asking(editor, spread(hovers, rounds));
        await repeat(Math.ceil(warmUp / 2), budget, pointing);
        result.hover = summary(await repeat(rounds, budget, pointing));
    } catch (failure) {
        if (!(failure instanceof NoAnswer)) {
            throw new Error(`${subject.name}, ${length} lines: ${failure.message}`, { cause: failure });
        }
        result.stopped = failure.message;
    } finally {
        await editor?.close();
    }
    return result;
}

/** From the start of the process to the first diagnostics, several times; each time with a new process. */
export async function measureStart(subject, length, { rounds, offersPull, timeout }) {
    const { text } = subject.text(length);
    const times = [];
    const cpu = [];
    try {
        for (let round = 0; round < rounds; round++) {
            const editor = await Editor.open(subject, text, { offersPull, timeout });
            times.push(editor.toFirstDiagnostics);
            cpu.push(editor.server.cpu());
            await editor.close();
        }
    } catch (failure) {
        if (!(failure instanceof NoAnswer)) {
            throw failure;
        }
        return { subject: subject.name, lines: length, stopped: failure.message };
    }
    return { subject: subject.name, lines: length, ...summary(times), cpu: summary(cpu).p50 };
}

/** Makes a problem at one place, cures it, goes on to the next place. */
function editing(editor, places) {
    return round => {
        const place = places[Math.floor(round / 2) % places.length];
        const [from, to] = round % 2 === 0 ? [place.fine, place.broken] : [place.broken, place.fine];
        return editor.changeAndCheck(place, from.length, to, diagnostics => reports(diagnostics, place.line) === (round % 2 === 0));
    };
}

/** Types something, asks at once what may follow, as an editor does while it also asks for diagnostics; then takes it back. */
function completing(editor, places) {
    return async round => {
        const place = spread(places, 25)[round % Math.min(25, places.length)];
        const start = performance.now();
        editor.change(place, 0, place.text);
        const answer = editor.ask('textDocument/completion', { line: place.line, character: place.character + place.text.length });
        const check = editor.checkInBackground();
        const list = await answer;
        const time = performance.now() - start;
        await check;
        editor.change(place, place.text.length, '');
        if ((list?.items ?? list ?? []).length === 0) {
            throw new Error(`nothing to complete in line ${place.line + 1}`);
        }
        return time;
    };
}

function asking(editor, places) {
    return async round => {
        const place = places[round % places.length];
        const start = performance.now();
        await editor.ask('textDocument/hover', { line: place.line, character: place.character + 1 });
        return performance.now() - start;
    };
}

async function repeat(rounds, budget, step) {
    const times = [];
    const end = performance.now() + budget;
    for (let round = 0; round < rounds && performance.now() < end; round++) {
        times.push(await step(round));
    }
    return times;
}
