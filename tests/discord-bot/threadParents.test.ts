import { describe, expect, it } from 'vitest';
import { threadParents } from '../../src/discord/threadParents.js';

describe('which channel a thread is of', () => {
  it('is told by the server as it is entered, by a new thread and by one that is moved into sight', () => {
    const threads = threadParents();
    threads.hear('GUILD_CREATE', { id: '1', threads: [{ id: '11', parent_id: '10' }] });
    threads.hear('THREAD_CREATE', { id: '12', parent_id: '10' });
    threads.hear('THREAD_LIST_SYNC', { guild_id: '1', threads: [{ id: '13', parent_id: '20' }] });
    expect(['11', '12', '13', '10'].map(threads.parentOf)).toEqual(['10', '10', '20', null]);
  });

  it('is not told by what has another shape, or is about something else', () => {
    const threads = threadParents();
    for (const data of [null, 'x', { threads: 'none' }, { id: 5, parent_id: '10' }]) {
      threads.hear('THREAD_CREATE', data);
      threads.hear('GUILD_CREATE', data);
    }
    threads.hear('MESSAGE_CREATE', { id: '11', parent_id: '10' });
    expect(threads.parentOf('11')).toBeNull();
  });
});
