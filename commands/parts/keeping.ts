import { RequestError } from '../../src/archive.js';
import type { CorpusKeeper } from '../../src/corpusKeeper.js';
import type { Addition, Restoration } from '../../src/feeding/corpusFolder.js';
import { addedInWords } from './changes.js';
import type { Reply } from './reply.js';

/** Who changes the corpus in a request. @throws RequestError where nobody does */
export function keeperIn({ keeper }: { readonly keeper?: CorpusKeeper | undefined }): CorpusKeeper {
  if (!keeper) throw new RequestError('The articles cannot be changed from here.');
  return keeper;
}

/** A reply for managers alone, a line each under one sentence. */
export function managersReply(lead: string, lines: readonly string[] = []): Reply {
  const sections = lines.length > 0 ? [{ notes: lines }] : [];
  return { tone: 'notice', lead, sections, buttons: [], private: true };
}

/** What was added, what was refused and why, and what to look at. */
export function additionReply({ added, refused, notes }: Addition): Reply {
  const place = ({ file, line }: { file: string; line: number | null }): string =>
    line === null ? file : `${file}:${line}`;
  const lines = [
    ...notes.map((note) => `Look at ${place(note)}: ${note.message}`),
    ...refused.map((problem) => `Not added: ${place(problem)}: ${problem.message}`),
  ];
  const lead = added.map(addedInWords).join(' ');
  return managersReply(lead ? `${lead} /corpus undo takes it back.` : 'Nothing was added.', lines);
}

/** What was taken out or put back. */
export function restorationReply({ action, files }: Restoration): Reply {
  const names = files.length === 0 ? 'Nothing that is still there' : files.join(', ');
  return managersReply(
    action === 'put back' ? `${names}: put back.` : `${names}: taken out, and kept. /corpus undo puts it back.`,
  );
}
