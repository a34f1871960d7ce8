/** Measures answers on a question set: `npm run eval -- --help`. The format is in docs/EVALUATION.md. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import { openArchive } from '../src/archive.js';
import { evaluate } from '../src/evaluation/evaluate.js';
import { QuestionSetError, readQuestionSet } from '../src/evaluation/questionSet.js';
import { drawFailures, drawReport, reportObject } from './evalReport.js';
import { patientReader } from './patientReader.js';

interface EvalOptions {
  readonly corpus: string;
  readonly failures?: true;
  readonly json?: true;
  readonly read?: true;
}

/** Exit status for a question set or a corpus that can't be read, as everywhere in Dateline. */
const BAD_USAGE = 2;

async function run(file: string, { corpus, failures, json, read }: EvalOptions): Promise<void> {
  const questions = readQuestionSet(await readFile(file, 'utf8'), basename(file));
  const onProgress = progressTo(process.stderr, questions.length);
  const reader = read ? patientReader() : false;
  const outcomes = await evaluate(questions, () => openArchive(corpus, { reader }), {
    onProgress,
    archive: { reader },
  });
  if (json) {
    console.log(JSON.stringify(reportObject(outcomes, failures ?? false)));
    return;
  }
  console.log(drawReport(outcomes));
  if (failures) console.log(`\n${drawFailures(outcomes) || 'nothing failed'}`);
}

/** Keeps one line of a terminal up to date; says nothing into files and pipes. */
function progressTo(output: NodeJS.WriteStream, total: number): (done: number) => void {
  if (!output.isTTY) return () => undefined;
  return (done) => {
    output.write(done < total ? `\rasked ${done} of ${total}` : '\r\u001b[K');
  };
}

const command = new Command('npm run eval --')
  .description('Asks every question of a set and counts the right lines, the wrong ones and the refusals.')
  .argument('<file>', 'question set, one JSON object a line (docs/EVALUATION.md)')
  .option('--corpus <path>', 'folder or .jsonl file the questions are about', process.env.CORPUS || 'seeds')
  .option('--failures', 'list each question that failed, with what came instead')
  .option('--read', 'have the best lines read, however long that takes; else words alone decide')
  .option('--json', 'print one JSON object instead of a table')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : BAD_USAGE))
  .action(run);

try {
  await command.parseAsync();
} catch (error) {
  const problems =
    error instanceof QuestionSetError ? error.problems : [error instanceof Error ? error.message : error];
  for (const problem of problems) console.error(String(problem));
  process.exitCode = BAD_USAGE;
}
