import { describe, expect, it } from 'vitest';
import { type ByteSink, LineWriter } from '../../src/terminal/lineWriter.js';

const describeLoss = (dropped: number) => `${dropped} lost\n`;

/** A disk that can be full, or take only some bytes of what it is given. */
function disk() {
  const written: Buffer[] = [];
  const state = { isFull: false, takes: Number.POSITIVE_INFINITY };
  const sink: ByteSink = (bytes, done) =>
    setImmediate(() => {
      if (state.isFull) return done(Object.assign(new Error('no space'), { code: 'ENOSPC' }), 0);
      const taken = bytes.subarray(0, state.takes);
      written.push(taken);
      done(null, taken.length);
    });
  return { state, sink, text: () => Buffer.concat(written).toString() };
}

describe('the writer of lines', () => {
  it('writes what it gets, in order', async () => {
    const { sink, text } = disk();
    const writer = new LineWriter({ sink, describeLoss });
    for (const line of ['a\n', 'b\n', 'c\n']) writer.write(line);
    await writer.flush(500);
    expect(text()).toBe('a\nb\nc\n');
  });

  it('goes on where a write ended in the middle of a line, and of a character', async () => {
    const { state, sink, text } = disk();
    state.takes = 3;
    const writer = new LineWriter({ sink, describeLoss });
    writer.write('Größe über alles → gut\n');
    await writer.flush(500);
    expect(text()).toBe('Größe über alles → gut\n');
  });

  it('neither throws nor loses a line when the disk is full for a while', async () => {
    const { state, sink, text } = disk();
    const writer = new LineWriter({ sink, describeLoss, retryMs: 5 });
    state.isFull = true;
    writer.write('before\n');
    await writer.flush(30);
    expect(text()).toBe('');
    state.isFull = false;
    writer.write('after\n');
    await writer.flush(500);
    expect(text()).toBe('before\nafter\n');
  });

  it('drops what is beyond its limit, and says how much when writing works again', async () => {
    const { state, sink, text } = disk();
    const writer = new LineWriter({ sink, describeLoss, retryMs: 5, limit: 20 });
    state.isFull = true;
    for (let line = 0; line < 10; line++) writer.write(`line ${line}\n`);
    state.isFull = false;
    await writer.flush(500);
    expect(text()).toBe('line 0\nline 1\n8 lost\n');
  });

  it('waits for nobody for ever', async () => {
    const writer = new LineWriter({ sink: () => {}, describeLoss });
    writer.write('never\n');
    await writer.flush(40);
  });
});
