import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CorpusFolder } from '../../src/feeding/corpusFolder.js';
import { FeedError } from '../../src/feeding/feedError.js';

let corpus = '';
let folder: CorpusFolder;
beforeEach(() => {
  corpus = mkdtempSync(join(tmpdir(), 'dateline-feeding-'));
  folder = new CorpusFolder(corpus, { now: () => new Date('2024-03-05T10:00:00Z') });
});
afterEach(() => rmSync(corpus, { recursive: true }));

const file = (name: string, text: string, metadata: string | null = null) => ({
  name,
  from: Buffer.from(text),
  metadata,
});
const names = () => readdirSync(corpus).filter((name) => name !== '.dateline');

describe('a corpus folder', () => {
  it('undoes what was added last, then what was before it, and keeps the files', async () => {
    await folder.add([file('a.txt', 'The ferry sank.')]);
    await folder.add([
      file('b.html', '<p>The ferry was raised again.</p>', 'date: 2024-03-05\n'),
      file('c.txt', 'All are safe.'),
    ]);
    expect(await folder.undo()).toEqual({ action: 'taken out', files: ['b.html', 'b.html.yml', 'c.txt'] });
    expect(names()).toEqual(['a.txt']);
    expect(await folder.undo()).toEqual({ action: 'taken out', files: ['a.txt'] });
    await expect(folder.undo()).rejects.toThrow(FeedError);
    expect(readdirSync(join(corpus, '.dateline/removed'))).toHaveLength(4);
  });

  it('takes an article out by id or by file, with the metadata beside it, and puts it back', async () => {
    mkdirSync(join(corpus, 'below'));
    writeFileSync(join(corpus, 'below/a.html'), '<p>The ferry sank.</p>');
    writeFileSync(join(corpus, 'below/a.html.yml'), 'date: 2024-03-05\n');
    writeFileSync(join(corpus, 'b.txt'), 'All are safe.');
    expect(await folder.remove('a')).toEqual({ action: 'taken out', files: ['below/a.html', 'below/a.html.yml'] });
    expect(await folder.remove('b.txt')).toMatchObject({ files: ['b.txt'] });
    expect(readdirSync(join(corpus, 'below'))).toEqual([]);
    await folder.undo();
    expect(await folder.undo()).toEqual({ action: 'put back', files: ['below/a.html', 'below/a.html.yml'] });
    expect(readFileSync(join(corpus, 'below/a.html'), 'utf8')).toBe('<p>The ferry sank.</p>');
    expect(existsSync(join(corpus, 'b.txt'))).toBe(true);
  });

  it('takes no article out with others that share its file, unless the file is named', async () => {
    writeFileSync(join(corpus, 'a.jsonl'), '{"id":"x","text":"It sank."}\n{"id":"y","text":"It rose."}\n');
    await expect(folder.remove('x')).rejects.toThrow(/one of 2 articles of a\.jsonl/);
    await expect(folder.remove('z')).rejects.toThrow(/no article “z”/);
    await folder.remove('a.jsonl');
    expect(names()).toEqual([]);
  });

  it('does not put back over a file that has the name by now', async () => {
    await folder.add([file('a.txt', 'The ferry sank.')]);
    await folder.remove('a');
    writeFileSync(join(corpus, 'a.txt'), 'Another ferry sank.');
    await expect(folder.undo()).rejects.toThrow(/another file has its name now/);
    expect(readFileSync(join(corpus, 'a.txt'), 'utf8')).toBe('Another ferry sank.');
  });

  it('puts nothing back where a part of it cannot be', async () => {
    await folder.add([file('a.html', '<p>The ferry sank.</p>', 'date: 2024-03-05\n')]);
    await folder.remove('a');
    writeFileSync(join(corpus, 'a.html.yml'), 'date: 2024-03-06\n');
    await expect(folder.undo()).rejects.toThrow(/a\.html\.yml cannot be put back: another file has its name now/);
    expect(names()).toEqual(['a.html.yml']);
    rmSync(join(corpus, 'a.html.yml'));
    expect(await folder.undo()).toEqual({ action: 'put back', files: ['a.html', 'a.html.yml'] });
  });

  it('takes out and puts back a name that is as long as a name may be', async () => {
    const long = `${'é'.repeat(125)}.txt`;
    writeFileSync(join(corpus, long), 'The ferry sank.');
    expect(await folder.remove(long)).toEqual({ action: 'taken out', files: [long] });
    expect(await folder.undo()).toEqual({ action: 'put back', files: [long] });
    expect(names()).toEqual([long]);
  });

  it('finishes an undo that was cut short', async () => {
    await folder.add([file('a.html', '<p>The ferry sank.</p>', 'date: 2024-03-05\n')]);
    await folder.remove('a');
    const removed = join(corpus, '.dateline/removed');
    const [kept = ''] = readdirSync(removed).filter((name) => name.endsWith('a.html'));
    renameSync(join(removed, kept), join(corpus, 'a.html'));
    expect(await folder.undo()).toEqual({ action: 'put back', files: ['a.html', 'a.html.yml'] });
    expect(names().sort()).toEqual(['a.html', 'a.html.yml']);
  });

  it('names no article like a list of aliases, or like a note that is passed over', async () => {
    const untitled = (name: string, text: string) => ({ ...file(name, text), isNamedByTitle: true });
    await folder.add([untitled('article.txt', ' date 2024-03-05 Aliases\n\nThe ferry sank off Lund.')]);
    await folder.add([untitled('article.md', '---\ntitle: Notice\n---\nThe harbour is closed.')]);
    expect(names().sort()).toEqual(['aliases-2.txt', 'notice-2.md']);
  });

  it('leaves no metadata beside a file that has the name already', async () => {
    writeFileSync(join(corpus, 'a.pdf'), 'no article');
    const { refused } = await folder.add([
      file('b.html', '<p>It sank.</p>'),
      file('a.pdf', '%PDF', 'date: 2024-03-05\n'),
    ]);
    expect(refused).toMatchObject([{ file: 'a.pdf' }]);
    expect(names().sort()).toEqual(['a.pdf', 'b.html']);
  });

  it('never writes over a file, not even one that is no article', async () => {
    writeFileSync(join(corpus, 'a.txt'), '');
    const { added, refused } = await folder.add([file('a.txt', 'The ferry sank.')]);
    expect([added, refused]).toMatchObject([
      [],
      [{ file: 'a.txt', message: expect.stringMatching(/another file of this name/) }],
    ]);
    expect(readFileSync(join(corpus, 'a.txt'), 'utf8')).toBe('');
  });

  it('logs every change with its time and its way in', async () => {
    await folder.add([file('a.txt', 'The ferry sank.')]);
    await folder.undo();
    const log = readFileSync(join(corpus, '.dateline/changes.jsonl'), 'utf8').trim().split('\n');
    expect(log.map((line) => JSON.parse(line))).toEqual([
      { action: 'add', at: '2024-03-05T10:00:00.000Z', by: 'terminal', files: ['a.txt'] },
      { action: 'undo', at: '2024-03-05T10:00:00.000Z', by: 'terminal', undoes: 1 },
    ]);
  });

  it('undoes in spite of a line of its log that was left half written', async () => {
    await folder.add([file('a.txt', 'The ferry sank.')]);
    writeFileSync(join(corpus, '.dateline/changes.jsonl'), '{"action":"ad', { flag: 'a' });
    await folder.add([file('b.txt', 'All are safe.')]);
    expect(await folder.undo()).toEqual({ action: 'taken out', files: ['b.txt'] });
    expect(await folder.undo()).toEqual({ action: 'taken out', files: ['a.txt'] });
  });

  it('says in a sentence that a corpus of one file is none', async () => {
    const single = join(corpus, 'a.jsonl');
    writeFileSync(single, '{"id":"x","text":"It sank."}\n');
    await expect(new CorpusFolder(single).remove('x')).rejects.toThrow(/is no folder/);
    await expect(new CorpusFolder(single).undo()).rejects.toThrow(/nothing to undo/);
  });
});

it('says in a sentence that nothing can be written into the corpus', async () => {
  // As on a disk that is read-only, which takes a folder for nobody.
  writeFileSync(join(corpus, '.dateline'), '');
  const adding = folder.add([file('ferry.txt', 'The ferry sank.')]);
  await expect(adding).rejects.toThrow(FeedError);
  await expect(adding).rejects.toThrow(
    /^Nothing can be written into .*: make it writable, or make room on its disk\.$/,
  );
});
