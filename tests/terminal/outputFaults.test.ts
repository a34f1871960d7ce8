import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { endOnOutputFault } from '../../src/terminal/outputFaults.js';

/** What a process does whose standard output fails with that code. */
function failing(code: string, message = code) {
  const done: unknown[] = [];
  const stdout = new EventEmitter();
  const stderr = new EventEmitter();
  endOnOutputFault({ stdout, stderr, complain: (said) => done.push(said), exit: (status) => done.push(status) });
  stdout.emit('error', Object.assign(new Error(message), { code }));
  return { done, stderr };
}

describe('output that goes nowhere', () => {
  it('ends quietly and well when nobody reads on', () => {
    expect(failing('EPIPE').done).toEqual([0]);
  });

  it('ends with one sentence and 1 when the disk is full', () => {
    expect(failing('ENOSPC').done).toEqual(['The output cannot be written: there is no space left where it goes.', 1]);
  });

  it('says what the system says of any other fault, which cannot drive the terminal', () => {
    expect(failing('EBADF', 'bad\u001b[31m file').done).toEqual(['The output cannot be written: bad [31m file.', 1]);
  });

  it('is no end where only what is said beside the answers is lost', () => {
    const { done, stderr } = failing('EPIPE');
    stderr.emit('error', new Error('closed'));
    expect(done).toEqual([0]);
  });
});
