import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { relative } from '../../../src/answers/ranking/rerank.js';
import { type Archive, type ArchiveOptions, createArchive, openArchive } from '../../../src/archive.js';
import { type Behaviour, type EmbeddingsServer, startEmbeddingsServer } from '../../search/meaning/embeddingsServer.js';

const KEY = 'sk-very-secret';
const FERRY = 'The ferry Aurora sank off Norway.';
const WAVES = 'Tall waves were seen near the harbour on Thursday.';
const article = { id: 'ferry', published: '2023-10-20', text: `${WAVES} The mayor opened a school. ${FERRY}` };
/** Shares "waves" and the day with one sentence, and with the one that answers its meaning only. */
const PARAPHRASE = 'Which craft did the waves swallow on Thursday?';
const QUESTIONS = [PARAPHRASE, 'Who opened a school?', 'Where did the Aurora sink?', 'Who won the election in Chile?'];

/** A model to which a craft is a ferry. */
const understands: Behaviour = ({ input, model }, response) => {
  const axes = [/craft|ferry/, /school|mayor/, /harbour/];
  const data = input.map((text, index) => ({ index, embedding: axes.map((axis) => (axis.test(text) ? 1 : 0.1)) }));
  response.end(JSON.stringify({ model, data }));
};

let server: EmbeddingsServer;
let lines: string[] = [];
const log = { warn: (line: string) => lines.push(line), info: (line: string) => lines.push(line) };
beforeEach(async () => {
  lines = [];
  server = await startEmbeddingsServer();
  server.behave = understands;
});
afterEach(() => server.close());

/** Answers everything, since how sure it is goes by words and is not what is tested here. */
function withServer(timeoutMs?: number): ArchiveOptions {
  const embeddings = { url: server.url, model: 'm', key: KEY, ...(timeoutMs && { timeoutMs }) };
  return { minConfidence: 0, embeddings, log };
}

const answersOf = (archive: Archive) => Promise.all(QUESTIONS.map((question) => archive.ask(question)));

async function answersWithout() {
  return answersOf(await createArchive([article], { minConfidence: 0 }));
}

async function firstLine(archive: Archive, question: string): Promise<string | undefined> {
  return (await archive.ask(question, { limit: 1 })).excerpts[0]?.text;
}

describe('an endpoint for embeddings', () => {
  it('ranks up a paraphrase that words alone rank lower', async () => {
    const without = await createArchive([article], { minConfidence: 0 });
    expect(await firstLine(without, PARAPHRASE)).toContain(WAVES);
    expect(await firstLine(await createArchive([article], withServer()), PARAPHRASE)).toContain(FERRY);
    expect(lines).toEqual([]);
  });

  it('is asked about an archive opened from a place too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-likeness-'));
    writeFileSync(join(folder, 'ferry.jsonl'), JSON.stringify(article));
    expect(await firstLine(await openArchive(folder, withServer()), PARAPHRASE)).toContain(FERRY);
    rmSync(folder, { recursive: true });
  });

  it('is sent the question without its filters, the sentences, the model and the key', async () => {
    await (await createArchive([article], withServer())).ask('who opened a school, in articles before 21 October?');
    const [request] = server.requests;
    expect(server.requests).toHaveLength(1);
    expect(request).toMatchObject({ model: 'm', authorization: `Bearer ${KEY}` });
    expect(request?.input[0]).toMatch(/^who opened a school/);
    expect(request?.input[0]).not.toContain('21');
    expect(request?.input.slice(1).toSorted()).toEqual([FERRY, WAVES, 'The mayor opened a school.'].toSorted());
  });

  it('is sent the best thirty-two sentences only, however many there are', async () => {
    const text = Array.from({ length: 60 }, (_, i) => `The mayor opened school number ${i}.`).join(' ');
    const archive = await createArchive([{ id: 'schools', text }], withServer());
    const { excerpts } = await archive.ask('who opened a school?', { limit: 25 });
    expect(server.requests.flatMap(({ input }) => input)).toHaveLength(33);
    expect(excerpts).toHaveLength(25);
  });

  it('is sent nothing for a question that may not be asked', async () => {
    const archive = await createArchive([article], withServer());
    await expect(archive.ask('…')).rejects.toThrow('Ask a question');
    await expect(archive.ask('who', { source: 'Nobody Times' })).rejects.toThrow('No source');
    expect(server.requests).toEqual([]);
  });

  it('changes nothing while it is slow, and that is said once', async () => {
    server.behave = () => {};
    const start = performance.now();
    expect(await answersOf(await createArchive([article], withServer(100)))).toEqual(await answersWithout());
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('took longer than 100 ms');
  });

  it('changes nothing while it is down, and that is said once', async () => {
    const options = withServer();
    await server.close();
    expect(await answersOf(await createArchive([article], options))).toEqual(await answersWithout());
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('The built-in ranking stands in');
  });

  it('changes nothing when it answers nonsense or an error, and its key is in no log', async () => {
    for (const behave of [
      (request, response) => response.writeHead(401).end(`no such key: ${request.authorization}`),
      (_request, response) => response.end('<html>'),
    ] satisfies Behaviour[]) {
      server.behave = behave;
      expect(await answersOf(await createArchive([article], withServer()))).toEqual(await answersWithout());
    }
    expect(lines).toHaveLength(2);
    expect(lines.join()).not.toContain(KEY);
  });

  it('that cannot be asked for its address is a fault at the start, not at a question', async () => {
    const embeddings = { url: 'not an address', model: 'm', key: null };
    await expect(createArchive([article], { embeddings })).rejects.toThrow();
  });
});

describe('relative scores', () => {
  it('are 1 for the highest and 0 for the lowest, wherever a model puts them', () => {
    expect(relative([0.9, 0.7, 0.8])).toEqual([expect.closeTo(1), 0, expect.closeTo(0.5)]);
    expect(relative([-0.1, 0.3])).toEqual([0, 1]);
  });

  it('are 0 for all when none stands out', () => {
    expect(relative([0.5, 0.5])).toEqual([0, 0]);
    expect(relative([])).toEqual([]);
  });
});
