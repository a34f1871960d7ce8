import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const dockerfile = readFileSync('Dockerfile', 'utf8');
const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
const unit = readFileSync('deploy/dateline.service', 'utf8');
const workflow = parse(readFileSync('.github/workflows/ci.yml', 'utf8'));

/** What compose.yaml has to say of the one service. */
const SERVICE = z.object({
  init: z.literal(true),
  user: z.string(),
  read_only: z.literal(true),
  tmpfs: z.tuple([z.literal('/tmp')]),
  cap_drop: z.tuple([z.literal('ALL')]),
  security_opt: z.tuple([z.literal('no-new-privileges:true')]),
  mem_limit: z.string(),
  pids_limit: z.number(),
  restart: z.literal('unless-stopped'),
  logging: z.object({ options: z.object({ 'max-size': z.string(), 'max-file': z.string() }) }),
  environment: z.object({ CORPUS: z.string() }),
  volumes: z.tuple([z.string()]),
});

/** The instructions of the last stage, which is what runs. */
const runs = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
const instruction = (name: string) => new RegExp(`^${name} (.*)$`, 'm').exec(runs)?.[1];

describe('the Dockerfile', () => {
  it('is one that Docker takes without a warning', () => {
    expect(validate(dockerfile)).toEqual([]);
  });

  it('builds in one stage and runs in another, with Node.js 24, and not as root', () => {
    expect(dockerfile.match(/^FROM (\S+)/m)?.[1]).toMatch(/^node:24-/);
    expect(dockerfile.match(/^FROM /gm)).toHaveLength(2);
    expect(instruction('USER')).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });

  it('has a health check that asks what the server answers, without a shell', () => {
    const check: unknown = JSON.parse(/CMD (\[.*\])$/.exec(instruction('HEALTHCHECK') ?? '')?.[1] ?? 'null');
    expect(check).toEqual(['node', '-e', expect.stringContaining('/healthz')]);
  });

  it('starts what the package starts', () => {
    expect(instruction('CMD')).toBe('["dist/app/main.cjs"]');
    expect(JSON.parse(readFileSync('package.json', 'utf8')).bin['dateline-bot']).toBe('dist/app/main.cjs');
  });

  it('sees nothing but what the build reads: no settings, no articles of the owner', () => {
    const [first, ...letIn] = ignored.filter((line) => line && !line.startsWith('#'));
    expect(first).toBe('*');
    expect(letIn.every((line) => line.startsWith('!'))).toBe(true);
    expect(letIn.filter((line) => /env|articles|\.git|node_modules/.test(line))).toEqual([]);
  });
});

describe('compose.yaml', () => {
  const service = SERVICE.parse(parse(readFileSync('compose.yaml', 'utf8')).services.dateline);

  it('gives the bot a folder of articles that it may write to, and nothing else', () => {
    expect(service.volumes[0]).toMatch(new RegExp(`:${service.environment.CORPUS}$`));
    expect(instruction('VOLUME')).toBe(service.environment.CORPUS);
  });

  it('runs it as nobody in particular, with no rights beyond a user’s, and limits', () => {
    expect(service.user).toMatch(/^\$\{\w+:-[1-9]\d*\}:\$\{\w+:-[1-9]\d*\}$/);
    expect(service).toMatchObject({ mem_limit: expect.stringMatching(/^\d+[mg]$/), pids_limit: expect.any(Number) });
  });
});

describe('the unit for systemd', () => {
  const has = (line: string) => unit.split('\n').includes(line);

  it.each([
    'User=dateline',
    'StateDirectory=dateline',
    'NoNewPrivileges=yes',
    'ProtectSystem=strict',
    'ProtectHome=yes',
    'CapabilityBoundingSet=',
    'Restart=on-failure',
    'RestartPreventExitStatus=78',
    'MemoryMax=1G',
    'ExecReload=/bin/kill -HUP $MAINPID',
  ])('says %s', (line) => {
    expect(has(line)).toBe(true);
  });

  const analyze = (...args: string[]) => spawnSync('systemd-analyze', args, { encoding: 'utf8' });

  it.skipIf(analyze('--version').status !== 0)('is one that systemd takes, and calls hardly exposed', () => {
    const verified = analyze('verify', 'deploy/dateline.service');
    expect([verified.status, verified.stderr]).toEqual([0, '']);
    // In tenths, of 100.
    expect(analyze('security', '--offline=true', '--threshold=20', 'deploy/dateline.service').status).toBe(0);
  });
});

describe('the workflow', () => {
  it('runs what a change has to pass, under the versions of Node.js that .ci/matrix knows', () => {
    const { strategy, steps } = workflow.jobs.run;
    expect(steps.at(-1).run).toBe('.ci/run');
    expect(readFileSync('.ci/matrix', 'utf8')).toContain(`set -- ${strategy.matrix.node.join(' ')}\n`);
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(engines.node).toBe(`>=${strategy.matrix.node[0]}`);
  });
});
