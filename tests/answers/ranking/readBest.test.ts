import { describe, expect, it } from 'vitest';
import { READER_WEIGHT } from '../../../src/answers/ranking/weights.js';
import { answerOrRefuse } from '../../../src/answers/refusal.js';
import { Responder } from '../../../src/answers/responder.js';
import { type CandidateScorer, NONE_ANSWERS } from '../../../src/search/meaning/candidateScorer.js';
import { articleOf } from '../articles.js';

const SANK = 'The ferry Aurora sank off Norway on Monday.';
const RAISED = 'Divers raised the wreck of the Aurora from the seabed.';
const filler = Array.from({ length: 30 }, (_, i) => `The ferry company’s report number ${i + 2} has been read.`);
const ferry = new Responder([articleOf({ id: 'ferry', text: [SANK, RAISED, ...filler].join('\n\n') })]);

interface Heard {
  question: string;
  candidates: readonly string[];
}

/** A reader that gives a candidate with this in it ten times the odds, and what it was asked. */
function readerFor(wanted: string | null): { reader: CandidateScorer; heard: Heard[] } {
  const heard: Heard[] = [];
  const score = async (question: string, candidates: readonly string[]) => {
    heard.push({ question, candidates });
    return wanted === null ? null : candidates.map((candidate) => (candidate.includes(wanted) ? 12 : -3));
  };
  return { reader: { name: 'a test', calibrated: true, score }, heard };
}

const ask = (question: string, reader: CandidateScorer | null) =>
  ferry.findWith({ embeddings: null, reader }, question, 3);

describe('the best candidates, read', () => {
  it('are ordered by what was read beside what their words say', async () => {
    const question = 'what happened to the ferry Aurora on Monday';
    expect((await ask(question, null)).excerpts[0]?.text).toContain('sank');
    expect((await ask(question, readerFor('Divers').reader)).excerpts[0]?.text).toContain('Divers');
  });

  it('are sixteen at once for a reader on a server', async () => {
    const { reader, heard } = readerFor('sank');
    await ask('wheres the ferry pls', { ...reader, calibrated: false });
    expect(heard.map(({ candidates }) => candidates.length)).toEqual([16]);
  });

  it('are five, as written, under the question in words that articles have, when one of them answers', async () => {
    const { reader, heard } = readerFor('sank');
    await ask('wheres the ferry pls', reader);
    expect(heard).toHaveLength(1);
    expect(heard[0]?.question).toBe('where is the ferry');
    expect(heard[0]?.candidates).toHaveLength(5);
    expect(heard[0]?.candidates).toContain(SANK);
  });

  it('are read with the sentences that they would be shown with', async () => {
    const { reader, heard } = readerFor('sank');
    const text = 'Nordferry runs the Aurora.\n\nIts biggest owner is the town of Norwick.';
    await new Responder([articleOf({ id: 'a', text })]).findWith({ embeddings: null, reader }, 'who owns Nordferry', 3);
    expect(heard[0]?.candidates).toContain('Nordferry runs the Aurora. Its biggest owner is the town of Norwick.');
  });

  it('are asked what is looked for, not where and when it was printed', async () => {
    const { reader, heard } = readerFor('sank');
    const printed = articleOf({ id: 'a', text: `${SANK}\n\n${RAISED}`, outlet: 'AFP', published: '2024-05-02' });
    const question = 'according to AFP, who raised the Aurora?';
    await new Responder([printed]).findWith({ embeddings: null, reader }, question, 3);
    expect(heard[0]?.question).toBe('who raised the Aurora?');
  });

  it('are three more, then eight, each once, while none answers', async () => {
    const { reader, heard } = readerFor('Xyz');
    await ask('wheres the ferry pls', reader);
    expect(heard.map(({ candidates }) => candidates.length)).toEqual([5, 3, 8]);
    expect(new Set(heard.flatMap(({ candidates }) => candidates)).size).toBe(16);
  });

  it('are three more when the best of the first five leads by less than four, and no more when it leads by more than two', async () => {
    const question = 'the ferry company’s report number';
    const { ranked } = ferry.find(question, 3);
    const [fifth, unread] = [ranked[4]?.score ?? 0, ranked[5]?.score ?? 0];
    const heard: number[] = [];
    const score = async (_: string, candidates: readonly string[]) => {
      heard.push(candidates.length);
      // Of five the last has what leads by three before the first that is not read.
      return candidates.map((_, i) => (heard.length === 1 && i === 4 ? 3 + (unread - fifth) / READER_WEIGHT : -9));
    };
    await ask(question, { name: 'a test', calibrated: true, score });
    expect(heard).toEqual([5, 3]);
  });

  it('are read on when one answers that those behind it may yet overtake', async () => {
    const heard: number[] = [];
    const score = async (_: string, candidates: readonly string[]) => {
      heard.push(candidates.length);
      return candidates.map(() => 0.1);
    };
    await ask('the ferry company’s report number', { name: 'a test', calibrated: true, score });
    expect(heard).toEqual([5, 3, 8]);
  });

  it('keep what was read of the first when the reader has no say about the next', async () => {
    let calls = 0;
    const score = async (_: string, candidates: readonly string[]) =>
      calls++ === 0 ? candidates.map((candidate) => (candidate === SANK ? -1 : -9)) : null;
    const { ranked } = await ask('wheres the ferry pls', { name: 'a test', calibrated: true, score });
    expect(ranked.map(({ read }) => read !== null).slice(3, 7)).toEqual([true, true, false, false]);
    expect(calls).toBe(2);
  });

  it('are surer answers when what was read speaks for the first of them', async () => {
    const question = 'did the ferry Aurora sink off Norway';
    const [by, against] = await Promise.all([
      ask(question, readerFor('sank').reader),
      ask(question, readerFor('Xyz').reader),
    ]);
    expect(by.excerpts[0]?.text).toContain('sank');
    expect(by.confidence).toBeGreaterThan(against.confidence);
  });

  it('stay as they are, and as sure, when the reader has no say', async () => {
    const question = 'did the ferry Aurora sink off Norway';
    const [unread, without] = [await ask(question, readerFor(null).reader), ferry.find(question, 3)];
    expect([unread.excerpts, unread.confidence]).toEqual([without.excerpts, without.confidence]);
  });

  it('are not read for an overview, which is chosen in its own way', async () => {
    const { reader, heard } = readerFor('sank');
    expect((await ask('summary', reader)).question.overview).toBe(true);
    expect(heard).toEqual([]);
  });
});

describe('a reader whose scores nothing was fitted on', () => {
  const question = 'did the ferry Aurora sink off Norway';
  const uncalibrated = (wanted: string): CandidateScorer => ({ ...readerFor(wanted).reader, calibrated: false });

  it('orders lines all the same', async () => {
    const asked = 'what happened to the ferry Aurora on Monday';
    expect((await ask(asked, uncalibrated('Divers'))).excerpts[0]?.text).toContain('Divers');
  });

  it('leaves the confidence to the words of the line that it puts first', async () => {
    const [by, against] = await Promise.all([ask(question, uncalibrated('sank')), ask(question, uncalibrated('Xyz'))]);
    const unread = ferry.find(question, 3);
    expect(by.excerpts[0]?.text).toContain('sank');
    expect([by.confidence, against.confidence]).toEqual([unread.confidence, unread.confidence]);
    expect(by.ranked[0]?.read).toBeNull();
  });
});

describe('a reader that says that no line answers', () => {
  const veto: CandidateScorer = { name: 'a test', score: async () => NONE_ANSWERS };
  const question = 'did the ferry Aurora sink off Norway';

  it('has the question refused whatever the words say, with the closest lines', async () => {
    expect(ferry.find(question, 3).confidence).toBeGreaterThan(0.5);
    const answer = answerOrRefuse(question, await ask(question, veto), 0);
    expect(answer).toMatchObject({ status: 'not-found', confidence: 0, excerpts: [] });
    expect(answer.closest[0]?.text).toContain('sank');
  });

  it('has no say as a scorer of likeness', async () => {
    const findings = await ferry.findWith({ embeddings: veto, reader: null }, question, 3);
    expect([findings.excerpts, findings.vetoed]).toEqual([ferry.find(question, 3).excerpts, false]);
  });
});
