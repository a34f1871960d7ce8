import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineCommand, flag, optionalDay, optionalText, requiredText } from '../../commands/parts/command.js';
import { notice } from '../../commands/parts/reply.js';
import { RequestError } from '../../src/archive.js';
import { readLine, usage } from '../../src/terminal/line.js';

const run = async () => notice('done');
const ASK = defineCommand({
  kind: 'slash',
  name: 'ask',
  description: 'Ask',
  options: {
    question: requiredText('What', { maxLength: 200 }),
    source: optionalText('Where', { maxLength: 60 }),
    after: optionalDay('Since when'),
    private: flag('Only you'),
  },
  mention: 'question',
  run,
});
const LIST = defineCommand({ kind: 'slash', name: 'list', description: 'List', options: {}, run });
const FIND = defineCommand({
  kind: 'message',
  name: 'Find in sources',
  typed: 'check',
  description: 'Find',
  options: { message: requiredText('The message', { maxLength: 2_000 }) },
  run,
});
const COMMANDS = [ASK, LIST, FIND];

/** What a line asks for: the command's name and its values. */
function requested(line: string): unknown {
  const read = readLine(line, COMMANDS);
  return read.kind === 'request' ? [read.command.name, read.values] : read;
}

describe('a line at the prompt', () => {
  it('is a question unless it begins with a slash', () => {
    expect(requested('  who met "Kim" --today? ')).toEqual([
      'ask',
      { question: 'who met "Kim" --today?', private: false },
    ]);
  });

  it('names a command, its subject and its options', () => {
    expect(requested('/ask who met Kim --source "Complete News World"')).toEqual([
      'ask',
      { question: 'who met Kim', source: 'Complete News World', private: false },
    ]);
    expect(requested('/ask --private who')).toEqual(['ask', { question: 'who', private: true }]);
    expect(requested('/list')).toEqual(['list', {}]);
  });

  it('takes an option as Discord writes it, up to the next option or the end', () => {
    const wanted = ['ask', { question: 'who met Kim', source: 'Complete News World', private: false }];
    expect(requested('/ask who met Kim source:Complete News World')).toEqual(wanted);
    expect(requested('/ask who met Kim source:"Complete News World"')).toEqual(wanted);
    expect(requested('/ask source: Complete News World question:who met Kim')).toEqual(wanted);
    expect(requested('/ask source:AFP question:who private:True')).toEqual([
      'ask',
      { question: 'who', source: 'AFP', private: true },
    ]);
    expect(requested('/ask source:Complete News --private --question who')).toEqual([
      'ask',
      { question: 'who', source: 'Complete News', private: true },
    ]);
  });

  it('takes the words of a day behind its option together', () => {
    const wanted = ['ask', { question: 'who quit', after: '2025-03-20', private: false }];
    expect(requested('/ask who quit --after 20 March 2025')).toEqual(wanted);
    expect(requested('/ask --after Thursday, 20 March 2025 who quit')).toEqual(wanted);
    expect(requested('/ask --after 2025-03-20 who quit')).toEqual(wanted);
    expect(requested('/ask who quit after:March 20, 2025')).toEqual(wanted);
    expect(() => readLine('/ask who quit --after 20 march', COMMANDS)).toThrow(
      '“20” is not a day I can read for “after”. Write it as 2023-10-19, or in words with its year: "19 October 2023".',
    );
  });

  it('keeps a colon after any other word', () => {
    expect(requested('/ask who said this: colour:red')).toEqual([
      'ask',
      { question: 'who said this: colour:red', private: false },
    ]);
  });

  it('names a command in capitals or not', () => {
    expect(requested('/ASK who met Kim')).toEqual(['ask', { question: 'who met Kim', private: false }]);
    expect(requested('/Help')).toEqual({ kind: 'help' });
  });

  it('calls the entry of the message menu by a short name', () => {
    expect(requested('/check Lavrov met Kim.')).toEqual(['Find in sources', { message: 'Lavrov met Kim.' }]);
  });

  it('may be nothing, a request for help, the end, or a number to choose', () => {
    expect(requested('   ')).toEqual({ kind: 'nothing' });
    expect(requested('/help')).toEqual({ kind: 'help' });
    expect(requested('/quit')).toEqual({ kind: 'quit' });
    expect(requested('help')).toEqual({ kind: 'help' });
    expect(requested('Exit')).toEqual({ kind: 'quit' });
    expect(requested('help for Ukraine')).toMatchObject(['ask', { question: 'help for Ukraine' }]);
    expect(requested('2')).toEqual({ kind: 'button', number: 2 });
  });

  it.each(['/ask', '/ask --source AFP', '/ask who --colour red', '/ask who --source', '/list everything'])(
    'that is written wrongly (%s) is answered with how it is written',
    (line) => {
      expect(() => readLine(line, COMMANDS)).toThrow(RequestError);
      expect(() => readLine(line, COMMANDS)).toThrow(
        /^Type it as “\/(ask question \[--source SOURCE\] \[--after AFTER\]|list)”\.$/,
      );
    },
  );

  it('is understood or answered with a sentence, whatever it is', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.string().map((text) => `/ask ${text}`),
      fc.string().map((text) => `/${text}`),
    );
    fc.assert(
      fc.property(typed, (line) => {
        try {
          readLine(line, COMMANDS);
        } catch (error) {
          expect(error).toBeInstanceOf(RequestError);
        }
      }),
    );
  });

  it('is held to the length that the command declares, as on Discord', () => {
    expect(() => readLine('x'.repeat(201), COMMANDS)).toThrow('That question has 201 characters, and 200 are the most');
    expect(() => readLine(`/ask who --source ${'x'.repeat(61)}`, COMMANDS)).toThrow('That source has 61 characters');
  });

  it('for a command that does not exist points to the help', () => {
    expect(() => readLine('/weather', COMMANDS)).toThrow('There is no /weather. /help lists what there is.');
  });
});

describe('usage', () => {
  it('shows what is switched on, but not "private", which every reply is here', () => {
    const options = { all: flag('Everything'), private: flag('Only you') };
    expect(usage({ kind: 'slash', name: 'list', description: 'List', options })).toBe('/list [--all]');
  });

  it('shows the subject by its name and the other texts as options', () => {
    expect(usage(ASK)).toBe('/ask question [--source SOURCE] [--after AFTER]');
    expect(usage(FIND)).toBe('/check message');
  });
});
