import type { Command as Program } from 'commander';
import { feedbackLines, gapLines } from '../../commands/parts/gaps.js';
import type { Config } from '../config.js';
import { FeedbackBook } from '../feeding/feedbackBook.js';
import { GapBook } from '../feeding/gapBook.js';
import { corpusNamed } from './corpusOption.js';
import { jsonLine, tame } from './style.js';

/** What the subcommand needs of the command line. */
export interface GapsTools {
  readonly withCommonOptions: (program: Program) => Program;
  readonly configured: () => Config;
  /** Told once. @param found whether there was anything */
  readonly done: (found: boolean) => void;
}

/** Adds the subcommand that lists what was asked and not answered, where that is kept. */
export function addGapsCommand(program: Program, { withCommonOptions, configured, done }: GapsTools): void {
  const gaps = withCommonOptions(
    program.command('gaps').description('What was asked and is not in the articles, where KEEP_GAPS has that kept'),
  );
  gaps.action(async () => {
    const { json } = gaps.opts();
    const corpus = await corpusNamed({ given: gaps.opts(), config: configured() }, 'first');
    const asked = await new GapBook(corpus).list();
    const said = await new FeedbackBook(corpus).list();
    const lines = json
      ? [...asked, ...said.map(([article, counts]) => ({ article, ...counts }))].map(jsonLine)
      : [...gapLines(asked), ...feedbackLines(said)].map(tame);
    for (const line of lines) console.log(line);
    if (lines.length === 0 && !json)
      console.log('Nothing is kept so far; KEEP_GAPS=true and FEEDBACK=true have it kept.');
    done(lines.length > 0);
  });
}
