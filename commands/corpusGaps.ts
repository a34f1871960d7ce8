import { RequestError } from '../src/archive.js';
import { defineCommand, type Request } from './parts/command.js';
import { feedbackLines, gapLines } from './parts/gaps.js';
import { keeperIn } from './parts/keeping.js';
import type { Reply } from './parts/reply.js';

/** As many lines of each kind as fit a reply; `dateline gaps` lists all. */
const SHOWN = 15;

const OPTIONS = {};

/** Lists what was asked and not answered, and what readers say of the answers, where its owner has that kept. */
export default defineCommand({
  kind: 'slash',
  name: 'corpus gaps',
  description: 'What was asked and is not in the articles, most often first, and what readers say of answers',
  options: OPTIONS,
  forManagers: true,
  privateByDefault: true,
  run: list,
});

async function list(request: Request<typeof OPTIONS>): Promise<Reply> {
  const { gaps, feedback } = keeperIn(request);
  if (!gaps && !feedback) {
    throw new RequestError(
      'Nothing of what is asked is kept, unless whoever runs Dateline sets KEEP_GAPS=true or FEEDBACK=true.',
    );
  }
  const asked = gaps ? gapLines(await gaps.list()) : [];
  const said = feedback ? feedbackLines(await feedback.list()) : [];
  const shown = [
    { headline: 'Asked, and not in the articles', notes: asked.slice(0, SHOWN) },
    { headline: 'What readers say of answers, by article', notes: said.slice(0, SHOWN) },
  ].filter(({ notes }) => notes.length > 0);
  const lead = shown.length > 0 ? 'Kept without who asked, or where:' : 'Nothing so far.';
  return { tone: 'notice', lead, sections: shown, buttons: [], private: true };
}
