#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { CommanderError, InvalidArgumentError, type OptionValues, Command as Program } from 'commander';
import { count } from '../commands/parts/citation.js';
import { type Command, forEverybody } from '../commands/parts/command.js';
import { withEvents } from '../commands/parts/eventOption.js';
import { loadCommands } from '../commands/parts/load.js';
import { readOptions } from '../commands/parts/options.js';
import { type Archive, openArchive, RequestError } from './archive.js';
import { archiveOptions, type Config, ConfigError, readConfig } from './config.js';
import { QuestionSetError } from './evaluation/questionSet.js';
import { projectFolder } from './projectFolder.js';
import { withDotenv } from './settings/dotenvSettings.js';
import { joinPages, turnPages } from './terminal/allPages.js';
import { configuredEvents, corpusNamed } from './terminal/corpusOption.js';
import { drawFindings, examine } from './terminal/doctor.js';
import { replyAsText } from './terminal/drawing.js';
import { drawComparison, evaluateSet } from './terminal/evaluation.js';
import { addFeedingCommands } from './terminal/feedingCommands.js';
import { addGapsCommand } from './terminal/gapsCommand.js';
import { addImportCommand } from './terminal/importCommand.js';
import { isTypedOption, subjectOf, typedName } from './terminal/line.js';
import { terminalLog } from './terminal/log.js';
import { endWithOutput } from './terminal/outputFaults.js';
import { addOwnerCommands } from './terminal/ownerCommands.js';
import { Progress, showOpening } from './terminal/progress.js';
import { jsonLine, styleFor, tame } from './terminal/style.js';
import { wrapLines } from './terminal/wrapping.js';

/** What scripts rely on; of several questions the worst counts. */
const STATUS = { answered: 0, notFound: 1, failed: 2 } as const;
type Status = (typeof STATUS)[keyof typeof STATUS];

/** In place of a subject: read it from standard input. */
const STANDARD_INPUT = '-';
/** The file of settings, in the folder that the command is run in. */
const DOTENV = '.env';

const style = styleFor(process.stdout, process.env);

/** One command, ready to be asked. */
interface Asking {
  readonly command: Command;
  readonly commands: readonly Command[];
  readonly archive: Archive;
  readonly given: OptionValues;
}

/** @param done gets the exit status of the subcommand that ran */
async function buildProgram(done: (status: number) => void): Promise<Program> {
  const program = new Program('dateline')
    .description('Answers questions from news articles: word for word, with source and date.')
    .version(version())
    .exitOverride()
    // A complaint repeats what was typed, and a script may have typed the name of a file.
    .configureOutput({ writeErr: (text) => process.stderr.write(text.split('\n').map(tame).join('\n')) })
    .showHelpAfterError('(--help after a command says what it takes)')
    .addHelpText('after', '\nExit status: 0 answered, 1 not in the articles, 2 bad usage or unreadable corpus.');
  // What managers do on Discord is done here by add, remove, undo and doctor.
  const all = await loadCommands();
  const commands = forEverybody(all);
  for (const command of commands) {
    // commander has a help of its own.
    if (typedName(command) !== 'help') addRequest(program, command, commands, done);
  }
  addOwnerCommands(program, {
    dotenv: DOTENV,
    environment: process.env,
    start: async () => (await import('./run.js')).runToEnd(),
    done,
  });
  addUpkeep(program, all, done);
  addEvaluation(program, done);
  return program;
}

/** One of `commands/` as a subcommand: its first text option is the argument, the others are options. */
function addRequest(
  program: Program,
  command: Command,
  commands: readonly Command[],
  done: (status: Status) => void,
): void {
  const name = typedName(command);
  const subject = subjectOf(command);
  const sub = withCommonOptions(program.command(name).description(command.description));
  if (subject) sub.argument(subject.required ? `<${subject.name}...>` : `[${subject.name}...]`, subject.description);
  for (const [option, { kind, description }] of Object.entries(command.options)) {
    if (option === subject?.name || !isTypedOption(option)) continue;
    sub.option(kind === 'text' ? `--${option} <${option}>` : `--${option}`, description);
  }
  if (command.bestFirst) sub.option('--all', 'Every line that was found, not only the best');
  if (command.limited) sub.option('--limit <number>', 'At most so many', readLimit);
  sub.action(async () => {
    const given = sub.opts();
    const words = sub.args.join(' ');
    const config = configured();
    const progress = new Progress(process.stderr);
    const archive = await openArchive(await corpusNamed({ given, config }, 'first'), {
      ...archiveOptions(config),
      log: terminalLog(config.logLevel, console.error),
      onProgress: showOpening(progress),
    }).finally(() => progress.end());
    try {
      const asking = { command, commands, archive, given };
      done(words === STANDARD_INPUT ? await serveInput(asking) : await serve(asking, words));
    } finally {
      await archive.close();
    }
  });
}

/** The subcommands for the one who runs Dateline. */
function addUpkeep(program: Program, commands: readonly Command[], done: (status: Status) => void): void {
  addFeedingCommands(program, {
    withCommonOptions,
    configured,
    dotenv: DOTENV,
    done: (allWentWell) => done(allWentWell ? STATUS.answered : STATUS.failed),
  });

  addGapsCommand(program, {
    withCommonOptions,
    configured,
    done: (found) => done(found ? STATUS.answered : STATUS.notFound),
  });
  addImportCommand(program, {
    withCommonOptions,
    configured,
    done: (allWentWell) => done(allWentWell ? STATUS.answered : STATUS.failed),
  });

  const doctor = withCommonOptions(
    program.command('doctor').description('Check that everything is in place, and say what to do'),
  );
  doctor.action(async () => {
    const { corpus, event, json } = doctor.opts();
    const nodeVersion = process.versions.node;
    const findings = await examine({ environment: process.env, dotenv: DOTENV, corpus, event, nodeVersion, commands });
    if (json) for (const finding of findings) console.log(jsonLine(finding));
    else console.log(wrapLines(drawFindings(findings, style), style.width));
    done(findings.some(({ status }) => status === 'broken') ? STATUS.failed : STATUS.answered);
  });

  program
    .command('register')
    .description('Tell Discord which commands there are, for a Dateline that is asked over HTTP (docs/HTTP.md)')
    .action(async () => {
      const config = configured();
      const { discord, web } = config;
      const names = (await configuredEvents(config)).map(({ name }) => name);
      const shown = withEvents(commands, names.length > 1 ? names : []);
      // Discord takes a while to load, which the other subcommands should not pay.
      const { registerOnce } = await import('./discord/register.js');
      const { publicKey } = web;
      const { changed, inviteLink } = await registerOnce({ ...discord, publicKey, commands: shown });
      const where = discord.guildId ? `in the server ${discord.guildId}` : 'everywhere';
      console.log(changed ? `Registered the commands ${where}.` : `Discord has these commands ${where} already.`);
      console.log(`To add the bot to a server, open ${inviteLink}`);
      done(STATUS.answered);
    });
}

/** The subcommand for who has questions whose answers are known. */
function addEvaluation(program: Program, done: (status: Status) => void): void {
  const evaluation = withCommonOptions(
    program.command('eval').description('Measure a set of questions by words alone and with the reader'),
  );
  evaluation
    .argument('<file>', 'One JSON object a line, as docs/EVALUATION.md describes it')
    .action(async (file: string) => {
      const config = configured();
      const given = evaluation.opts();
      const { json } = given;
      const corpus = await corpusNamed({ given, config }, 'first');
      const log = terminalLog(config.logLevel, console.error);
      const progress = new Progress(process.stderr);
      const asked = evaluateSet({ file, corpus, config, log, progress });
      const comparison = await asked.finally(() => progress.end());
      console.log(json ? jsonLine(comparison) : drawComparison(comparison));
      done(STATUS.answered);
    });
}

function withCommonOptions(program: Program): Program {
  return program
    .option(
      '--corpus <path>',
      'A folder of articles, a .jsonl file or the address of a database (default: CORPUS, else the articles that ship)',
    )
    .option('--event <name>', 'One of several events, where CORPORA names them (default: the first by name)')
    .option('--json', 'One JSON object a line');
}

/** @returns a whole number from 1 up. @throws InvalidArgumentError for anything else, which commander reports */
function readLimit(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError('It must be a whole number, 1 or more.');
  return Number(value);
}

function version(): string {
  const contents: unknown = JSON.parse(readFileSync(join(projectFolder(), 'package.json'), 'utf8'));
  return typeof contents === 'object' && contents && 'version' in contents ? String(contents.version) : 'unknown';
}

function configured(): Config {
  return readConfig(withDotenv(DOTENV, process.env));
}

/** Answers one subject on standard output. */
async function serve({ command, commands, archive, given }: Asking, words: string): Promise<Status> {
  const subject = subjectOf(command);
  const options = readOptions(command.options, { ...given, ...(subject && { [subject.name]: words }) });
  if (given.json) {
    if (!command.rows) throw new RequestError(`${typedName(command)} has no --json.`);
    const { found, rows } = await command.rows({ options, archive, commands, limit: given.limit });
    for (const row of rows) console.log(jsonLine(row));
    return found ? STATUS.answered : STATUS.notFound;
  }
  const pages = await turnPages(command, commands, options, archive);
  const isBestAlone = command.bestFirst && !given.all && given.limit === undefined;
  const reply = joinPages(isBestAlone ? [pages[0]] : pages);
  console.log(replyAsText({ ...reply, sections: reply.sections.slice(0, given.limit) }, style));
  if (isBestAlone && pages.length > 1) {
    console.log(
      style.faint(`\n${count(pages.length - 1, 'more line')}: --all shows ${pages.length > 2 ? 'them' : 'it'}.`),
    );
  }
  if (pages[0].buttons.some(({ action }) => action === 'all')) console.log(style.faint('\n--all shows the rest.'));
  return reply.tone === 'answer' ? STATUS.answered : STATUS.notFound;
}

/** Answers what stands on standard input, one subject a line. */
async function serveInput(asking: Asking): Promise<Status> {
  // What may have many lines is one subject, and not one a line.
  if (subjectOf(asking.command)?.multiline) return serve(asking, await text(process.stdin));
  let worst: Status | null = null;
  for await (const line of createInterface({ input: process.stdin })) {
    const words = line.trim();
    if (!words && !asking.given.json) continue;
    if (!asking.given.json) console.log(`${worst === null ? '' : '\n'}? ${tame(words)}\n`);
    const status = await serve(asking, words).catch((error: unknown) => {
      // One question that cannot be asked must not take the others with it.
      if (!(error instanceof RequestError)) throw error;
      refuse(asking, words, error.message);
      return STATUS.failed;
    });
    worst = worst === null || status > worst ? status : worst;
  }
  if (worst === null) throw new RequestError('There was nothing on standard input.');
  return worst;
}

/** Says why a line cannot be asked; to who reads JSON in the line's place, so that each line that goes in has one that comes out. */
function refuse({ command, given }: Asking, words: string, error: string): void {
  if (given.json) console.log(jsonLine({ [subjectOf(command)?.name ?? 'input']: words, error }));
  else console.error(tame(`${words}: ${error}`));
}

/** Runs the command line, and gives the exit status. */
async function main(argv: readonly string[]): Promise<number> {
  let status: number = STATUS.failed;
  const program = await buildProgram((outcome) => {
    status = outcome;
  });
  try {
    await program.parseAsync(argv);
    return status;
  } catch (error) {
    // commander has printed its help or its complaint by now, and calls bad usage 1.
    if (error instanceof CommanderError) return error.exitCode === 0 ? STATUS.answered : STATUS.failed;
    // What went wrong may name what an article or a file is called, which must not drive the terminal.
    if (error instanceof ConfigError || error instanceof QuestionSetError) {
      for (const problem of error.problems) console.error(tame(problem));
    } else console.error(tame(error instanceof Error ? error.message : String(error)));
    return STATUS.failed;
  }
}

endWithOutput();
main(process.argv).then((status) => {
  process.exitCode = status;
});
