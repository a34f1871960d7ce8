import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const LIBRARY = new URL('../../../dist/src/index.js', import.meta.url).href;
const TEXT = 'The ferry Aurora sank off Norway on Monday.\n\nThe mayor opened a school.';

/** Runs a script that has the built library as `library`, with the reader on or off, and gives what it prints. */
async function runWith(script: string, environment: Record<string, string> = {}): Promise<string> {
  const code = `import * as library from '${LIBRARY}';\nconst TEXT = ${JSON.stringify(TEXT)};\n${script}`;
  const { READER, ...env } = process.env;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...env, ...environment },
  });
  return stdout.trim();
}

const ASK = `
  const archives = [];
  for (const id of ['a', 'b', 'c']) archives.push(await library.createArchive([{ id, text: TEXT }]));
  const before = process.memoryUsage().rss;
  const confidences = [];
  for (const archive of archives) confidences.push((await archive.ask('what sank')).confidence);
  console.log(JSON.stringify({ confidences, megabytes: (process.memoryUsage().rss - before) / 1e6 }));`;

describe('the reader of a process', () => {
  it('is one for all archives, has its say by default, and keeps no process alive', async () => {
    const read = JSON.parse(await runWith(ASK));
    const unread = JSON.parse(await runWith(ASK, { READER: 'off' }));
    expect(new Set(read.confidences).size).toBe(1);
    expect(read.confidences[0]).not.toBe(unread.confidences[0]);
    expect(read.megabytes).toBeLessThan(unread.megabytes + 2 * 88);
  });
});
