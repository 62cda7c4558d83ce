// A line for each assertion, as editors/README.md says.
export class Report {
    #editor;
    passed = 0;
    failed = 0;

    constructor(editor) {
        this.#editor = editor;
    }

    ok(what) {
        this.passed++;
        console.log(`ok      ${this.#editor}  ${what}`);
    }

    fail(what, why) {
        this.failed++;
        console.log(`FAILED  ${this.#editor}  ${what}`);
        const lines = String(why).split('\n');
        for (const line of lines.length > 60 ? [...lines.slice(0, 60), '[…]'] : lines) {
            console.log(`        ${line}`);
        }
    }

    /** Runs one assertion; whether it held. */
    async run(what, body) {
        try {
            await body();
            this.ok(what);
            return true;
        } catch (problem) {
            this.fail(what, problem instanceof Error ? problem.message : problem);
            return false;
        }
    }
}
