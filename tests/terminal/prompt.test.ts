import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../commands/parts/command.js';
import { loadCommands } from '../../commands/parts/load.js';
import { type Archive, openArchive, RequestError } from '../../src/archive.js';
import { converse } from '../../src/terminal/prompt.js';
import { PLAIN } from '../../src/terminal/style.js';

let archive: Archive;
let commands: readonly Command[];
beforeAll(async () => {
  archive = await openArchive('seeds');
  commands = await loadCommands();
});

/** Types at a prompt that is nobody's terminal. `output` holds all that was printed so far. */
function conversation(interactive: boolean, over: Partial<Archive> = {}) {
  const input = new PassThrough();
  const printed = new PassThrough();
  const seen = { text: '' };
  printed.on('data', (chunk) => {
    seen.text += chunk;
  });
  const stop = new AbortController();
  // An archive's methods need their own object, so it is inherited from and not copied.
  const stand: Archive =
    Object.keys(over).length > 0 ? Object.assign(Object.create(null), boundTo(archive), over) : archive;
  const asked = converse({
    archive: stand,
    commands,
    input,
    output: printed,
    interactive,
    style: PLAIN,
    signal: stop.signal,
  });
  return { input, seen, stop, asked };
}

function boundTo(real: Archive): Partial<Archive> {
  return { size: real.size, problems: real.problems, ask: (...args) => real.ask(...args) };
}

/** All that is printed for lines that are piped in. */
async function piped(...lines: string[]): Promise<string> {
  const { input, seen, asked } = conversation(false);
  input.end(lines.join('\n'));
  await asked;
  return seen.text;
}

describe('the prompt', () => {
  it('answers a question with the line, its source and its date', async () => {
    const text = await piped('who met Kim');
    expect(text).toContain("Russian Foreign Minister Sergei Lavrov met with North Korea's Kim Jong Un on Thursday");
    expect(text).toContain('AFP · 20 October 2023');
    expect(text).toContain('000_591516c1a6096e95, paragraph 1');
  });

  it('reads a follow-up with the question before it, and says as what', async () => {
    const { input, seen, asked } = conversation(true);
    input.end('who met Kim\nand when?\n');
    await asked;
    expect(seen.text).toContain('Read as “when met Kim”.');
    expect(seen.text.split('Read as')[1]).toContain('Kim Jong Un on Thursday');
  });

  it('takes “he” for the person of the question before, and says so, from one question to the next', async () => {
    const { input, seen, asked } = conversation(true);
    input.end('who is lavrov\nwhat did he say about Putin\nand when did he meet Kim?\n');
    await asked;
    expect(seen.text).toContain('Read as “what did lavrov say about Putin”.');
    expect(seen.text).toContain('Read as “when did lavrov meet Kim”.');
  });

  it('reads what is piped in each by itself', async () => {
    expect(await piped('who met Kim', 'and when')).not.toContain('Read as');
  });

  it('says that the articles do not say', async () => {
    expect(await piped('who is the president of Brazil')).toContain("The articles don't say.");
  });

  it('turns pages by numbers that stay the same from page to page', async () => {
    const text = await piped('who met Kim', '2', '1', '1');
    expect(text).toContain('Type 2 for the next, 3 for the context.');
    expect(text).toContain('Type 1 for the one before, 2 for the next, 3 for the context.');
    expect(text.match(/\d of 5/g)).toEqual(['1 of 5', '2 of 5', '1 of 5']);
    expect(text).toContain('There is nothing of that number to choose.');
  });

  it('says of each button what it is for', async () => {
    expect(await piped('/quote Putin about:zeppelins')).toContain('Type 1 to show the lines.');
  });

  it('leaves the pages of an answer in place when its context is shown', async () => {
    const text = await piped('who met Kim', '3', '2');
    expect(text).toContain('the sentences around it');
    expect(text).toContain('2 of 5');
  });

  it('shows the context of the lines that come closest after a refusal, by number and by word', async () => {
    const text = await piped('who is the president of Brazil', '2', 'context', 'more');
    expect(text).toContain('Type 1 for the context of line 1, 2 for the context of line 2');
    expect(text.match(/the sentences around it/g)).toHaveLength(2);
    expect(text).toContain('There is no more here.');
  });

  it('takes “more” for the next and “context” for what is around, and neither before there is a reply', async () => {
    const text = await piped('More', 'who met Kim', 'context', 'more', 'more');
    expect(text).toContain('There is no more here.');
    expect(text).toContain('the sentences around it');
    expect(text.match(/\d of 5/g)).toEqual(['1 of 5', '2 of 5', '3 of 5']);
  });

  it('takes “all” for all that the last reply is a part of, and says so where there is none', async () => {
    const text = await piped('all', '/timeline', 'all', 'who met Kim', 'ALL');
    expect(text).toContain('? all\n\nThere is no more here.');
    expect(text).toContain('? all\n\n12 happenings, in the order in which they happened:\n\n2018\n');
    expect(text.split('? ALL')[1]?.match(/, paragraph \d/g)?.length).toBeGreaterThanOrEqual(5);
  });

  it('lists the sources and the commands', async () => {
    expect(await piped('/sources')).toContain('Complete News World (APA) · undated');
    expect(await piped('/help')).toContain('/quote speaker');
  });

  it('answers a mistake with what is accepted and goes on', async () => {
    const text = await piped('/ask', '7', 'who met Kim --', '/ask who --after 2023-02-30', '/nope', 'who met Kim');
    expect(text).toContain('Type it as “/ask question');
    expect(text).toContain('There is nothing of that number to choose.');
    expect(text).toContain('There is no /nope.');
    expect(text).toContain('AFP · 20 October 2023');
  });

  it('outlives a fault in one answer', async () => {
    const { input, seen, asked } = conversation(false, {
      ask: async () => {
        throw new Error('the index is upside down');
      },
    });
    input.end('who met Kim\n/help\n');
    expect(await asked).toBe(2);
    expect(seen.text).toContain('That went wrong: the index is upside down. You can go on asking.');
    expect(seen.text).toContain('/quit');
  });

  it('counts no blank line as a question', async () => {
    const { input, asked } = conversation(false);
    input.end('\n  \n');
    expect(await asked).toBe(0);
  });

  it.each([
    ['/quit', '/quit\r'],
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('ends with %s at a keyboard', async (_name, keys) => {
    const { input, seen, asked } = conversation(true);
    input.write(keys);
    await asked;
    expect(seen.text).toContain('? ');
  });

  it('takes back what is typed with Ctrl-C, and goes on', async () => {
    const { input, seen, asked } = conversation(true);
    input.write('who met Putin\u0003');
    input.write('who met Kim\r');
    input.write('\u0004');
    expect(await asked).toBe(1);
    expect(seen.text).toContain('Kim Jong Un on Thursday');
  });

  it('completes with Tab what is typed', async () => {
    const { input, seen, asked } = conversation(true);
    // A tab in the middle of what is pasted completes nothing.
    input.write('/quote lavr');
    input.write('\t');
    await expect.poll(() => seen.text).toContain('/quote Sergei Lavrov');
    input.write('\u0003\u0003');
    expect(await asked).toBe(0);
  });

  it('has what was typed in an earlier run, and keeps what is typed now', async () => {
    const kept: (readonly string[])[] = [];
    const input = new PassThrough();
    const output = new PassThrough();
    let text = '';
    output.on('data', (chunk) => {
      text += chunk;
    });
    const history = { lines: ['who met Kim'], keep: (lines: readonly string[]) => kept.push([...lines]) };
    const signal = new AbortController().signal;
    const asked = converse({ archive, commands, input, output, interactive: true, style: PLAIN, history, signal });
    input.write('/help\r');
    input.write('\u001b[A\u001b[A\r');
    input.write('\u0004');
    expect(await asked).toBe(2);
    expect(text).toContain('Kim Jong Un on Thursday');
    expect(kept.at(-1)).toEqual(['who met Kim', '/help']);
  });

  it('does not begin when it was told to stop before', async () => {
    const input = new PassThrough();
    const signal = AbortSignal.abort();
    const asked = converse({
      archive,
      commands,
      input,
      output: new PassThrough(),
      interactive: true,
      style: PLAIN,
      signal,
    });
    expect(await asked).toBe(0);
  });

  it('finishes the answer that it is giving when it is told to stop, and takes no further question', async () => {
    let release = () => {};
    const waiting = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { input, seen, stop, asked } = conversation(false, {
      ask: async (question, options) => {
        await waiting;
        return archive.ask(question, options);
      },
    });
    input.write('who met Kim\nwho is Lavrov\n');
    await new Promise((resolve) => setTimeout(resolve, 50));
    stop.abort();
    release();
    expect(await asked).toBe(1);
    expect(seen.text).toContain('AFP · 20 October 2023');
  });
});

it('keeps what a mistake quotes from driving the terminal', async () => {
  const hostile = 'Evil \u001b[31m Times\u001b]0;title\u0007';
  const { input, seen, asked } = conversation(false, {
    ask: async () => {
      throw new RequestError(`The articles are from ${hostile}.`);
    },
  });
  input.end('who\u001b[31m met Kim\n/nope\u001b[31m\n');
  await asked;
  expect(seen.text).toContain('The articles are from Evil');
  expect(seen.text).not.toContain('\u001b');
  expect(seen.text).not.toContain('\u0007');
});
