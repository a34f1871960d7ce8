import { constants } from 'node:fs';
import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { publishedInWords } from '../../commands/parts/dates.js';
import { openArchive, RequestError } from '../archive.js';
import type { Article } from '../corpus/article.js';
import { type ArticleRef, articleRef } from '../corpus/excerpt.js';
import { describeProblems } from './corpusSummary.js';
import { tame } from './style.js';

/**
 * Copies a file of one or more articles into the corpus folder, once it has been read without a problem.
 * @param folder the corpus; a `.jsonl` file cannot be added to
 * @returns what was read from it
 * @throws RequestError when it does not read, or when the corpus has it already; nothing is copied then
 */
export async function addArticle(file: string, folder: string): Promise<readonly ArticleRef[]> {
  if (!(await isFolder(folder))) {
    throw new RequestError(`${folder} is no folder, and articles can only be added to one.`);
  }
  const added = await readAlone(file);
  const archive = await openArchive(folder);
  try {
    for (const article of added) refuseDuplicate(article, await archive.articles());
  } finally {
    await archive.close();
  }
  try {
    await copyFile(file, join(folder, basename(file)), constants.COPYFILE_EXCL);
  } catch (error) {
    throw new RequestError(`${basename(file)} cannot be copied into ${folder}: ${reasonOf(error)}.`);
  }
  return added.map(articleRef);
}

/** What an owner reads after adding: the title and date of each article, how the date is known, and where it went. */
export function describeAddition(articles: readonly ArticleRef[], folder: string): string {
  const lines = articles.map(({ title, published }) => {
    const how = published.date === null ? 'without a date; say one in the file if you know it' : published.basis;
    return `Added “${tame(title)}”, ${publishedInWords(published)} (${how}).`;
  });
  return [...lines, `Copied into ${tame(folder)}. A bot that is running reads it at its next start.`].join('\n');
}

/** The articles of one file, read in a folder of their own, so that nothing else can be at fault. */
async function readAlone(file: string): Promise<readonly Article[]> {
  // A pipe would wait for a writer for ever.
  if ((await stat(file).catch(() => null))?.isFile() === false) throw new RequestError(`${file} is no file.`);
  const stage = await mkdtemp(join(tmpdir(), 'dateline-add-'));
  try {
    await copyFile(file, join(stage, basename(file))).catch((error: unknown) => {
      throw new RequestError(
        isMissing(error) ? `There is no file ${file}.` : `${file} cannot be read: ${reasonOf(error)}.`,
      );
    });
    const archive = await openArchive(stage);
    const articles = await archive.articles();
    await archive.close();
    const refused = archive.problems.filter(({ isNote }) => !isNote);
    if (refused.length > 0) throw new RequestError(describeProblems(refused).join('\n'));
    if (articles.length === 0) throw new RequestError(`${file} holds no article in a format that Dateline reads.`);
    return articles;
  } finally {
    await rm(stage, { recursive: true });
  }
}

function refuseDuplicate(article: Article, present: readonly Article[]): void {
  if (present.some(({ id }) => id === article.id)) {
    throw new RequestError(`The corpus already has an article named ${article.id}: give the file another name.`);
  }
  const same = present.find(({ text }) => text === article.text);
  if (same) throw new RequestError(`The corpus already has this very text, as ${same.file ?? same.id}.`);
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() ?? false;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** "EACCES: permission denied" without the paths that Node adds. */
function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split(',')[0] ?? 'unknown reason';
}
