import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Writable } from 'node:stream';
import type { Respondent } from './init.js';

export interface RespondentOptions {
  readonly input: Readable;
  readonly output: Writable;
  /** Whether a person is at a keyboard; else each line of the input is an answer. */
  readonly interactive: boolean;
}

/** A person at a keyboard, or whatever pipes answers in. `end` lets go of the input. */
export function openRespondent({ input, output, interactive }: RespondentOptions): Respondent & { end(): void } {
  let isHidden = false;
  // What is typed is drawn by readline, so that is what a hidden answer is kept from.
  const drawn = new Writable({
    write(chunk, encoding, done) {
      // Nothing may wait here, or it would be judged by what is asked later.
      if (!isHidden) output.write(chunk, encoding);
      done();
    },
  });
  const lines = createInterface({ input, output: drawn, terminal: interactive });
  const answers = lines[Symbol.asyncIterator]();
  const ask = async (question: string): Promise<string | null> => {
    if (interactive) output.write(question);
    const { value, done } = await answers.next();
    return done ? null : value;
  };
  return {
    canCorrect: interactive,
    ask,
    async askHidden(question) {
      isHidden = true;
      try {
        return await ask(question);
      } finally {
        isHidden = false;
        if (interactive) output.write('\n');
      }
    },
    end: () => lines.close(),
  };
}
