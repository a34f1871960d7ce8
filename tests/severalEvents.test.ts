import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Entry, type RunOptions, runBuilt } from './built.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-several-'));
  for (const event of ['harbour', 'bridge']) mkdirSync(join(folder, 'events', event), { recursive: true });
  writeFileSync(join(folder, 'events/harbour/tug.txt'), 'The captain of the tug is Gail Starling.\n');
  writeFileSync(join(folder, 'events/bridge/bridge.txt'), 'The builder of the bridge is Omar Fenwick.\n');
  writeFileSync(join(folder, '.env'), 'CORPORA=events/*\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (entry: Entry, args: readonly string[] = [], options: RunOptions = {}) =>
  runBuilt(entry, args, { folder, ...options });
const CAPTAIN = 'who is the captain of the tug';

describe('the command line, with several events', () => {
  it('asks the one of --event, else the first by name', async () => {
    expect((await run('cli', ['ask', CAPTAIN, '--event', 'harbour'])).stdout).toContain('Gail Starling');
    expect((await run('cli', ['ask', 'who is the builder of the bridge'])).stdout).toContain('Omar Fenwick');
    expect((await run('cli', ['ask', CAPTAIN])).stdout).not.toContain('Gail Starling');
  });

  it('says which there are to who names another', async () => {
    const { status, stderr } = await run('cli', ['ask', CAPTAIN, '--event', 'flood']);
    expect(stderr).toContain('There is no event “flood” here. There are bridge, harbour.');
    expect(status).toBe(2);
  });

  it('changes none that was not named', async () => {
    const input = 'The mate of the tug is Ines Roth.\n';
    const unnamed = await run('cli', ['add', '-'], { input });
    expect(unnamed.stderr).toContain('say --event and one of bridge, harbour');
    const added = await run('cli', ['add', '-', '--event', 'harbour'], { input });
    expect(added.status).toBe(0);
    expect((await run('cli', ['sources', '--event', 'harbour', '--json'])).stdout.trim().split('\n')).toHaveLength(2);
    await run('cli', ['undo', '--event', 'harbour']);
  });

  it('has the doctor look at each', async () => {
    const { stdout } = await run('cli', ['doctor']);
    expect(stdout).toMatch(/Corpus:\s[\s\S]*events\/bridge: 1\s+article[\s\S]*events\/harbour: 1\s+article/);
  });
});

describe('the prompt, with several events', () => {
  it('asks the first, and another once that is chosen', async () => {
    const input = `${CAPTAIN}\n/event\n/event harbour\n${CAPTAIN}\n`;
    const { stdout } = await run('main', [], { input });
    const [before = '', after = ''] = stdout.split('Questions go to harbour from now on.');
    expect(before).toContain('2 events: bridge, harbour.');
    expect(before).toContain('Questions go to bridge. There are bridge, harbour.');
    expect(before).not.toContain('Gail Starling');
    expect(after).toContain('Gail Starling');
  });
});

describe('a start with several events', () => {
  it('goes on without the one that cannot be read, and says so', async () => {
    const environment = { CORPORA: 'events/harbour, events/flood' };
    const { status, stdout, stderr } = await run('main', [], { input: `${CAPTAIN}\n`, environment });
    expect(stderr).toContain('flood cannot be read');
    expect(stdout).toContain('Gail Starling');
    expect(status).toBe(0);
    const findings = await run('cli', ['doctor'], { environment });
    expect(findings.stdout).toContain('flood');
    expect(findings.status).toBe(2);
  });

  it('fails where none can be, naming what is set', async () => {
    const { status, stderr } = await run('main', [], { environment: { CORPORA: 'nothing/*' } });
    expect(stderr).toContain('CORPORA is nothing/*, and nothing of that can be read.');
    expect(status).toBe(1);
  });

  it('is refused beside CORPUS', async () => {
    const { status, stderr } = await run('main', [], { environment: { CORPUS: 'events/bridge' } });
    expect(stderr).toContain('choose one of the two');
    expect(status).toBe(78);
  });
});
