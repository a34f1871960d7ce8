import { describe, expect, it } from 'vitest';
import { openServiceLog, type ServiceLogOptions } from '../../src/terminal/serviceLog.js';

async function logged(options: Partial<ServiceLogOptions>, fields: object, message: string): Promise<string> {
  let text = '';
  const { logger, flush } = openServiceLog({
    level: 'info',
    secrets: [],
    isReadable: false,
    sink: (bytes, done) => {
      text += bytes.toString();
      done(null, bytes.length);
    },
    ...options,
  });
  logger.warn(fields, message);
  await flush(200);
  return text;
}

describe('the log of a run that lasts', () => {
  it('is a line of JSON with the time in ISO 8601 and the level by its name', async () => {
    const line = JSON.parse(await logged({}, { command: 'ask' }, 'slow'));
    expect(line).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      command: 'ask',
      msg: 'slow',
    });
  });

  it('is readable at a terminal', async () => {
    expect(await logged({ isReadable: true }, { command: 'ask' }, 'slow')).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d warn {2}slow command="ask"\n$/,
    );
  });

  it('holds no secret, wherever it stands', async () => {
    const text = await logged({ secrets: ['s3cr3t-key'] }, { url: 'https://x/?k=s3cr3t-key' }, 'not at s3cr3t-key');
    expect(text).not.toContain('s3cr3t');
    expect(text).toContain('not at [hidden]');
  });

  it.each([true, false])('obeys nothing that stands in it (readable: %s)', async (isReadable) => {
    const text = await logged({ isReadable }, { name: '\u009b2J' }, 'moved \u001b[2J');
    for (const control of ['\u001b', '\u009b']) expect(text).not.toContain(control);
  });
});
