const SEPARATOR = Buffer.from('\r\n\r\n');

/** A message as it goes over the wire: the protocol's header counts bytes, not characters. */
export function frame(message) {
    const body = Buffer.from(JSON.stringify(message), 'utf8');
    return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`, 'ascii'), body]);
}

/** Takes bytes as they arrive, in pieces of any size, and hands over whole messages. */
export class Unframer {
    #pieces = [];
    #length = 0;
    #wanted = 0;

    /** Returns the messages that `piece` completes. */
    push(piece) {
        this.#pieces.push(piece);
        this.#length += piece.length;
        const messages = [];
        while (this.#length >= this.#wanted) {
            const bytes = this.#joined();
            const end = bytes.indexOf(SEPARATOR);
            if (end < 0) {
                break;
            }
            const length = /content-length: *(\d+)/i.exec(bytes.toString('ascii', 0, end));
            if (!length) {
                throw new Error(`a message without a length: ${bytes.toString('ascii', 0, end)}`);
            }
            const start = end + SEPARATOR.length;
            const whole = start + Number(length[1]);
            if (bytes.length < whole) {
                this.#wanted = whole;
                break;
            }
            messages.push(JSON.parse(bytes.toString('utf8', start, whole)));
            this.#pieces = [bytes.subarray(whole)];
            this.#length = bytes.length - whole;
            this.#wanted = 0;
            if (this.#length === 0) {
                break;
            }
        }
        return messages;
    }

    #joined() {
        if (this.#pieces.length > 1) {
            this.#pieces = [Buffer.concat(this.#pieces)];
        }
        return this.#pieces[0];
    }
}
