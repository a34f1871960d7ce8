import type { Command as Program } from 'commander';
import { RequestError } from '../archive.js';
import type { Config } from '../config.js';
import { readCorpus } from '../corpus/folder.js';
import { isDatabaseAddress, placeOf } from '../search/postgres/address.js';
import { describeProblems } from './corpusSummary.js';
import { jsonLine, tame } from './style.js';

/** What the subcommand needs of the command line. */
export interface ImportTools {
  readonly withCommonOptions: (program: Program) => Program;
  readonly configured: () => Config;
  /** Told once, whether all articles are in. */
  readonly done: (allWentWell: boolean) => void;
}

/** Adds the subcommand that fills a database. */
export function addImportCommand(program: Program, { withCommonOptions, configured, done }: ImportTools): void {
  const sub = withCommonOptions(
    program
      .command('import')
      .description('Put the articles of a folder into the PostgreSQL database that CORPUS names'),
  );
  sub.argument('<path>', 'A folder of articles or a .jsonl file').action(async (path: string) => {
    const { corpus = configured().corpus, json } = sub.opts();
    if (!isDatabaseAddress(corpus)) {
      throw new RequestError(
        'Set CORPUS to the address of a database first, such as postgres://user:password@localhost/news.',
      );
    }
    const progress = process.stderr;
    progress.write(tame(`Reading ${path}`));
    const { articles, problems } = await readCorpus(path);
    progress.write(`: ${articles.length} articles.\n`);
    // The database's driver takes a while to load, which the other subcommands should not pay.
    const { openDatabase } = await import('../search/postgres/database.js');
    const { importArticles } = await import('../search/postgres/importArticles.js');
    const database = openDatabase(corpus, { patient: true });
    try {
      const imported = await importArticles(database, articles, {
        onProgress: ({ all, added, changed, unchanged }) =>
          progress.write(`${added + changed + unchanged} of ${all} are in.\n`),
      });
      for (const line of describeProblems([...problems, ...imported.problems])) progress.write(`Look at: ${line}\n`);
      const { all, added, changed, unchanged } = imported;
      if (json) console.log(jsonLine({ all, added, changed, unchanged }));
      else
        console.log(
          `${added} added, ${changed} changed, ${unchanged} as they were, in PostgreSQL at ${placeOf(corpus)}.`,
        );
      done(imported.problems.length === 0);
    } finally {
      await database.close();
    }
  });
}
