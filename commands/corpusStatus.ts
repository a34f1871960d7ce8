import type { Change } from '../src/feeding/changeLog.js';
import { feedInWords, momentInWords } from './parts/changes.js';
import { count } from './parts/citation.js';
import { defineCommand, type Request } from './parts/command.js';
import { spanInWords } from './parts/dates.js';
import { keeperIn } from './parts/keeping.js';
import type { Reply, Section } from './parts/reply.js';

/** As many problems as fit a screen; `dateline doctor` lists them all. */
const SHOWN_PROBLEMS = 10;

const OPTIONS = {};

/** Says how the corpus stands: what it holds, what its files lack, what was done to it last. */
export default defineCommand({
  kind: 'slash',
  name: 'corpus status',
  description: 'What the articles are, what is wrong with them, what was changed last',
  options: OPTIONS,
  forManagers: true,
  privateByDefault: true,
  run: describe,
});

async function describe(request: Request<typeof OPTIONS>): Promise<Reply> {
  const { archive } = request;
  const { articles, passages, firstDate, lastDate } = archive.size;
  const { problems, changes, feeds } = await keeperIn(request).standing();
  const lines = problems
    .slice(0, SHOWN_PROBLEMS)
    .map(({ file, line, message }) => `${file}${line === null ? '' : `:${line}`}: ${message}`);
  const left = problems.length - lines.length;
  const sections: Section[] = [
    { headline: 'To look at', notes: [...lines, ...(left > 0 ? [`… and ${left} more`] : [])] },
    { headline: 'Feeds', notes: [...feeds].map(([address, record]) => `${address}: ${feedInWords(record)}`) },
    { headline: 'Changed last', notes: changes.map(changeInWords) },
  ];
  return {
    tone: 'notice',
    lead: `${count(articles, 'article')}, ${count(passages, 'passage')}, ${spanInWords(firstDate, lastDate)}.`,
    sections: sections.filter(({ notes }) => notes && notes.length > 0),
    buttons: [],
    private: true,
  };
}

/** "2024-03-05 10:00 UTC: added ferry.txt (discord)". */
function changeInWords(change: Change): string {
  const when = momentInWords(change.at);
  const how = change.by ? ` (${change.by})` : '';
  if (change.action === 'undo') return `${when}: undid an earlier change${how}`;
  return `${when}: ${change.action === 'add' ? 'added' : 'removed'} ${change.files.join(', ')}${how}`;
}
