/**
 * Writes what every public call answers, a line a call, so that a change of shape can be shown to change no answer:
 * `npm run same -- before.jsonl`, then the change, `npm run same -- after.jsonl`, and `diff before.jsonl after.jsonl`.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { finished } from 'node:stream/promises';
import { Command } from 'commander';
import type { Command as DatelineCommand } from '../commands/parts/command.js';
import { loadCommands } from '../commands/parts/load.js';
import { type Archive, createArchive, openArchive } from '../src/archive.js';
import type { Article } from '../src/corpus/article.js';
import { drawReply } from '../src/discord/draw.js';
import { readStatement } from '../src/statements/statement.js';
import { allPages } from '../src/terminal/allPages.js';
import { replyAsText } from '../src/terminal/drawing.js';
import { PLAIN } from '../src/terminal/style.js';
import { mutate } from './mutations.js';
import { makeSyntheticCorpus } from './syntheticCorpus.js';

/** The reader may be late, and then the same question has another answer. */
const BY_WORDS = { reader: false };
const SEEDS = 'seeds';
const QUESTION_SETS = ['tests/eval/event.jsonl', 'tests/eval/aside.jsonl'];
const SYNTHETIC_PASSAGES = 2_000;
const SYNTHETIC_QUESTIONS = 40;
/** In a large corpus only so many articles are taken for topics and claims, spread over all of it. */
const MOST_ARTICLES = 40;
/** Sentences of each of them that are checked, as they stand and made wrong. */
const CHECKED_SENTENCES = 2;
const MOST_SPEAKERS = 15;
const PRIVATE = { private: false };

/** Takes one call's name, what it was asked, and what it answered. */
type Write = (call: string, asked: unknown, answer: unknown) => void;

/** Pictures and long texts by their checksum, and sets as lists: a line stays readable and still tells every difference. */
function plain(_key: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return createHash('sha256').update(value).digest('hex');
  if (value instanceof Set) return [...value];
  if (value instanceof Map) return [...value];
  if (typeof value === 'object' && value !== null && 'type' in value && 'data' in value && value.type === 'Buffer') {
    return createHash('sha256').update(JSON.stringify(value.data)).digest('hex');
  }
  return value;
}

async function outcome(call: () => Promise<unknown>): Promise<unknown> {
  try {
    return await call();
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function sampleOf<T>(items: readonly T[], most: number): T[] {
  const step = Math.max(1, Math.floor(items.length / most));
  return items.filter((_, i) => i % step === 0).slice(0, most);
}

function withoutText({ text, ...article }: Article): unknown {
  return { ...article, text: createHash('sha256').update(text).digest('hex') };
}

/** Every call that needs no question: the corpus as read, what is quoted, what happened, what sources say of its topics. */
async function writeCorpus(archive: Archive, write: Write): Promise<void> {
  const articles = await archive.articles();
  for (const article of articles) write('article', article.id, withoutText(article));
  write('size', null, archive.size);
  write('problems', null, archive.problems);
  write('sources', null, await archive.sources());
  write('quotes', null, await archive.quotes());
  const speakers = await archive.speakers();
  write('speakers', null, speakers);
  for (const { name } of sampleOf(speakers, MOST_SPEAKERS)) {
    const surname = name.split(' ').at(-1) ?? name;
    for (const speaker of [name, surname.toLowerCase(), `${surname.slice(0, -2)}${surname.slice(-1)}`]) {
      write('statements', speaker, await archive.statements({ speaker }));
    }
    write('mentions', name, await archive.mentions(name));
  }
  write('timeline', null, await outcome(() => archive.timeline()));
  for (const article of sampleOf(articles, MOST_ARTICLES)) await writeArticle(archive, article, write);
}

async function writeArticle(archive: Archive, { id, title, text, sentences }: Article, write: Write): Promise<void> {
  write('timeline', title, await outcome(() => archive.timeline({ topic: title })));
  write('compare', title, await outcome(() => archive.compare(title)));
  for (const sentence of sampleOf(sentences, CHECKED_SENTENCES)) {
    const claim = text.slice(sentence.start, sentence.end);
    write('compare', claim, await outcome(() => archive.compare(claim)));
    write('context', [id, sentence], await archive.context(id, sentence));
    const made = mutate(text, readStatement(text, sentence)).map((mutation) => mutation.text);
    for (const message of [claim, ...made]) write('check', message, await outcome(() => archive.check(message)));
  }
}

/** Every command's reply to what it can be asked, as it is drawn on Discord and in a terminal. */
async function writeDrawings(archive: Archive, commands: readonly DatelineCommand[], write: Write): Promise<void> {
  const [article] = await archive.articles();
  const speakers = await archive.speakers();
  const [sentence] = article?.sentences ?? [];
  const claim = article && sentence ? article.text.slice(sentence.start, sentence.end) : 'Nothing was said on Monday.';
  const topic = article?.title ?? 'nothing';
  const asked: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
    ask: [],
    quote: [{ speaker: speakers[0]?.name ?? 'Nobody' }, { speaker: 'Odalric Venterhaven' }],
    timeline: [{ topic }, { topic: 'zebras' }],
    compare: [{ topic }, { topic: 'zebras' }],
    'Find in sources': [{ text: claim }, { text: 'Hello there!' }],
    sources: [{}],
    help: [{}],
  };
  for (const command of commands) {
    for (const values of asked[command.name] ?? []) await writeDrawing(archive, commands, command, values, write);
  }
}

async function writeDrawing(
  archive: Archive,
  commands: readonly DatelineCommand[],
  command: DatelineCommand,
  given: Readonly<Record<string, string>>,
  write: Write,
): Promise<void> {
  const values = { ...given, ...PRIVATE };
  const reply = await outcome(() => command.run({ options: values, archive, commands }));
  if (typeof reply === 'object' && reply !== null && 'error' in reply) return write(command.name, given, reply);
  const drawn = drawReply(await command.run({ options: values, archive, commands }), command, values);
  write(`${command.name} on Discord`, given, drawn);
  const whole = await allPages(command, commands, values, archive);
  write(`${command.name} in a terminal`, given, replyAsText(whole, PLAIN));
}

/** Each question's answer, drawn, with what stands around its first line. */
async function writeAnswers(
  archive: Archive,
  commands: readonly DatelineCommand[],
  questions: readonly string[],
  write: Write,
): Promise<void> {
  const command = commands.find(({ name }) => name === 'ask');
  for (const question of questions) {
    const answer = await outcome(() => archive.ask(question));
    write('ask', question, answer);
    if (command) await writeDrawing(archive, commands, command, { question }, write);
  }
}

/** The questions of a set, whatever else a line of it says. */
async function readQuestions(file: string): Promise<string[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.flatMap((line) => {
    const row: unknown = JSON.parse(line);
    return typeof row === 'object' && row !== null && 'q' in row && typeof row.q === 'string' ? [row.q] : [];
  });
}

async function run(file: string, { corpus }: { corpus: readonly string[] }): Promise<void> {
  const output = createWriteStream(file);
  const commands = await loadCommands();
  const dump = async (name: string, archive: Archive, questions: readonly string[]) => {
    let lines = 0;
    const write: Write = (call, asked, answer) => {
      output.write(`${JSON.stringify({ corpus: name, call, asked, answer }, plain)}\n`);
      lines++;
    };
    await writeCorpus(archive, write);
    await writeDrawings(archive, commands, write);
    await writeAnswers(archive, commands, questions, write);
    await archive.close();
    console.error(`${name}: ${lines} calls`);
  };
  const own = await Promise.all(QUESTION_SETS.map(readQuestions));
  await dump(SEEDS, await openArchive(SEEDS, BY_WORDS), own.flat());
  const { articles, questions } = makeSyntheticCorpus(SYNTHETIC_PASSAGES, SYNTHETIC_QUESTIONS);
  await dump('synthetic', await createArchive(articles, BY_WORDS), questions);
  for (const pair of corpus) {
    const [place = '', set] = pair.split('=');
    await dump(basename(place), await openArchive(place, BY_WORDS), set ? await readQuestions(set) : []);
  }
  output.end();
  await finished(output);
}

await new Command('npm run same --')
  .description(
    'Writes what every public call answers over the four articles, made-up ones and those named, a line a call.',
  )
  .argument('<file>', 'where to write')
  .option(
    '--corpus <place[=questions]>',
    'a folder or .jsonl file, with a set of questions on it; may be given again',
    (pair: string, before: string[]) => [...before, pair],
    [],
  )
  .action(run)
  .parseAsync();
