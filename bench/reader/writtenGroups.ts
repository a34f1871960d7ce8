/**
 * Makes question groups for `train.py` out of questions that people wrote about the stories of `stories.ts`.
 *
 *   node dist/bench/reader/writtenGroups.js FOLDER OUT.jsonl [--aside NNN …]
 *
 * The questions on `FOLDER/NNN.jsonl` are in `FOLDER/NNN.tsv`, as README.md says. Those of `--aside` are not trained on: they become
 * question sets to measure with, `FOLDER/NNN.set.jsonl`, in the format of docs/EVALUATION.md.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { RequestError } from '../../src/answers/requestError.js';
import { loadKnowledge } from '../../src/search/knowledge.js';
import { Story } from './story.js';
import { contentOf, readRows, share } from './topics.js';
import { readWritten, type Written } from './written.js';

/** What the product finds for a question, and how many of these lines are written as wrong answers. */
const BEST = 12;
const RIVALS = 10;
/** What has so much of an answer's words, or the other way round, may be one that was missed. */
const ALIKE = 0.7;
/** Questions of other stories that a story is asked: far from all it says. */
const ELSEWHERE = 12;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { aside: { type: 'string', multiple: true, default: [] } },
});
const [folder, to] = positionals;
if (!folder || !to) throw new Error('writtenGroups: FOLDER OUT.jsonl');
const knowledge = await loadKnowledge(null);

/** Names of the lines to tell from those that answer: what is said to tempt first, then what the product finds. */
function rivalsOf({ question, right, unsure, tempting }: Written, story: Story): string[] {
  const answers = right.map((name) => contentOf(story.line(name) ?? ''));
  return [...new Set([...tempting, ...story.found(question, BEST)])]
    .filter((name) => !right.includes(name) && !unsure.includes(name))
    .filter((name) => {
      const line = story.line(name) ?? '';
      const words = contentOf(line);
      return line !== '' && !answers.some((own) => share(own, words) > ALIKE || share(words, own) > ALIKE);
    })
    .slice(0, RIVALS);
}

function groupOf(written: Written, story: Story): object | null {
  const { question, kind, right, unsure } = written;
  const rivals = rivalsOf(written, story);
  const names = [...right, ...rivals];
  if (names.length < 2) return null;
  const sentences = names.map((name) => story.line(name) ?? '');
  const labels = names.map((_, i) => Number(i < right.length));
  // A line that does not answer may be shown with one that does.
  const shown = names.map((name, i) => story.shown(question, name, i < right.length ? [] : [...right, ...unsure]));
  return { q: question, sentences, labels, source: kind, ranked: true, shown };
}

/** As `groupOf`; null also for what `ask` takes for no question. */
function askedOf(written: Written, story: Story): object | null {
  try {
    return groupOf(written, story);
  } catch (error) {
    if (error instanceof RequestError) return null;
    throw error;
  }
}

function setRow({ question, kind, right }: Written, id: string, story: Story): object {
  const gold = right.map((name) => ({ text: story.line(name) }));
  return { id, kind, q: question, answerable: gold.length > 0, gold };
}

const ids = readdirSync(folder)
  .filter((file) => file.endsWith('.tsv'))
  .map((file) => path.basename(file, '.tsv'))
  .sort();
const written = new Map(ids.map((id) => [id, readWritten(readFileSync(path.join(folder, `${id}.tsv`), 'utf8'), id)]));
const lines: string[] = [];
for (const [i, id] of ids.entries()) {
  const story = new Story(readRows(path.join(folder, `${id}.jsonl`)), knowledge);
  const own = written.get(id) ?? [];
  for (const name of own.flatMap(({ right, unsure, tempting }) => [...right, ...unsure, ...tempting]))
    if (story.line(name) === undefined) throw new Error(`${id}.tsv: no line ${name} in ${id}.txt`);
  if (options.aside.includes(id)) {
    const rows = own.map((one, n) => JSON.stringify(setRow(one, `${id}-${n + 1}`, story)));
    writeFileSync(path.join(folder, `${id}.set.jsonl`), `${rows.join('\n')}\n`);
    continue;
  }
  const others = ids.filter((other) => other !== id && !options.aside.includes(other));
  const far = Array.from({ length: ELSEWHERE }, (_, n) => {
    const theirs = written.get(others[(i + n * 7) % others.length] ?? '') ?? [];
    const question = theirs[(i * 5 + n * 13) % theirs.length]?.question ?? '';
    return { question, kind: 'elsewhere' as const, right: [], unsure: [], tempting: [] };
  });
  for (const one of [...own, ...far]) {
    const group = askedOf(one, story);
    if (group) lines.push(JSON.stringify(group));
  }
  process.stderr.write(`\r${i + 1} of ${ids.length} stories `);
}
writeFileSync(to, `${lines.join('\n')}\n`);
console.log(lines.length, 'groups');
