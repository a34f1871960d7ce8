import { createInterface } from 'node:readline/promises';
import { buffer } from 'node:stream/consumers';
import type { Command as Program } from 'commander';
import type { Config } from '../config.js';
import { articleRef } from '../corpus/excerpt.js';
import { fetchAllowed } from '../feeding/allowedFetch.js';
import { CorpusFolder, type Restoration } from '../feeding/corpusFolder.js';
import { addArticles, describeAddition, describeRestoration } from './addition.js';
import { chooseCorpus } from './corpusChoice.js';
import { corpusNamed } from './corpusOption.js';
import { describeProblems } from './corpusSummary.js';
import { Progress } from './progress.js';
import { jsonLine, styleFor } from './style.js';
import { wrapLines } from './wrapping.js';

/** What the subcommands need of the command line. */
export interface FeedingTools {
  readonly withCommonOptions: (program: Program) => Program;
  readonly configured: () => Config;
  /** Path of the `.env` file. */
  readonly dotenv: string;
  /** Told once, whether all that was asked for was done. */
  readonly done: (allWentWell: boolean) => void;
}

/** Adds the subcommands that change a corpus folder: add, remove, undo. */
export function addFeedingCommands(program: Program, tools: FeedingTools): void {
  const { withCommonOptions, configured, dotenv, done } = tools;
  const folderOf = async (sub: Program): Promise<string> => {
    const { yes } = sub.opts();
    const corpus = await corpusNamed({ given: sub.opts(), config: configured() }, 'ask');
    const usesInput = sub.args.includes('-');
    const canAsk = Boolean(process.stdin.isTTY && process.stdout.isTTY && !usesInput);
    const ask = yes ? async () => true : canAsk ? askOwner : null;
    return chooseCorpus({ corpus, dotenv, ask });
  };

  const add = withCommonOptions(
    program.command('add').description('Copy articles into the corpus, once they read well'),
  );
  add
    .argument('<files...>', 'Files, folders, addresses of pages and feeds, or - for an article on standard input')
    .option('--yes', 'Make a folder articles/ without asking when no corpus is set')
    .action(async (named: string[]) => {
      const folder = await folderOf(add);
      const { allowFetch } = configured();
      const progress = new Progress(process.stderr);
      const addition = await addArticles(named, folder, {
        standardInput: () => buffer(process.stdin),
        fetchFile: (address) => fetchAllowed(address, allowFetch),
        onProgress: (read, total) => progress.show('Reading files', read, total),
      }).finally(() => progress.end());
      if (add.opts().json) for (const article of addition.added) console.log(jsonLine(articleRef(article)));
      else console.log(onScreen(describeAddition(addition, folder, add.opts().event)));
      for (const line of describeProblems(addition.refused)) console.error(`Not added: ${line}`);
      done(addition.refused.length === 0);
    });

  const tell = (sub: Program, restoration: Restoration, folder: string): void => {
    console.log(sub.opts().json ? jsonLine(restoration) : onScreen(describeRestoration(restoration, folder)));
    done(true);
  };
  const remove = withCommonOptions(
    program.command('remove').description('Take an article out of the corpus; its file is kept'),
  );
  remove.argument('<id>', 'The id of an article, or the name of its file').action(async (id: string) => {
    const folder = await folderOf(remove);
    tell(remove, await new CorpusFolder(folder).remove(id), folder);
  });
  const undo = withCommonOptions(program.command('undo').description('Take back the last add or remove'));
  undo.action(async () => {
    const folder = await folderOf(undo);
    tell(undo, await new CorpusFolder(folder).undo(), folder);
  });
}

function onScreen(text: string): string {
  return wrapLines(text, styleFor(process.stdout, process.env).width);
}

async function askOwner(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(?:es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}
