import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { VARIABLES } from '../src/config.js';

/** Folders that hold none of the project's own documents. */
const NOT_OURS = ['node_modules', 'dist', '.git', 'coverage'];
const LINK = /\]\(([^()\s]+)\)|\bsrc="([^"]+)"/g;
const FENCED = /^```[\s\S]*?^```$/gm;

function documentsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.includes(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? documentsIn(path) : entry.name.endsWith('.md') ? [path] : [];
  });
}

/** Headings as GitHub makes anchors of them: lower case, words joined by hyphens, other marks left out. */
function anchorsOf(text: string): string[] {
  return [...text.replaceAll(FENCED, '').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );
}

/** Where a document's link leads, when that is nowhere; null when it is somewhere, or on the web. */
function brokenLink(document: string, target: string): string | null {
  if (/^[a-z]+:/.test(target)) return null;
  const [path = '', anchor] = target.split('#');
  const file = path ? normalize(join(dirname(document), path)) : document;
  if (!existsSync(file)) return `${document} → ${target}`;
  if (anchor === undefined || statSync(file).isDirectory()) return null;
  return anchorsOf(readFileSync(file, 'utf8')).includes(anchor) ? null : `${document} → ${target}`;
}

describe('the documents', () => {
  const documents = documentsIn('.');

  it('have no link that leads nowhere', () => {
    const links = documents.flatMap((document) =>
      [...readFileSync(document, 'utf8').replaceAll(FENCED, '').matchAll(LINK)].map(
        ([, target, source]) => [document, target ?? source ?? ''] as const,
      ),
    );
    expect(links.length).toBeGreaterThan(50);
    expect(links.map(([document, target]) => brokenLink(document, target)).filter(Boolean)).toEqual([]);
  });

  it('begin with a README that is read in one go', () => {
    expect(readFileSync('README.md', 'utf8').split('\n').length).toBeLessThanOrEqual(120);
  });

  it('are all led to from the README or from what that leads to', () => {
    const reached = new Set<string>();
    const waiting = ['README.md'];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (reached.has(next) || !existsSync(next)) continue;
      reached.add(next);
      for (const [, target = ''] of readFileSync(next, 'utf8').matchAll(LINK)) {
        const path = normalize(join(dirname(next), target.split('#')[0] ?? ''));
        if (path.endsWith('.md')) waiting.push(path);
      }
    }
    const tracked = documents.filter((document) => document.startsWith('docs/') || !document.includes('/'));
    expect(tracked.filter((document) => !reached.has(document))).toEqual([]);
  });

  it('tell of every setting, in docs/SETTINGS.md and in .env.example, and of none that is not there', () => {
    const settings = readFileSync('docs/SETTINGS.md', 'utf8').matchAll(/^\| `([A-Z_]+)` \|/gm);
    const example = readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm);
    expect([...settings].map(([, name]) => name).toSorted()).toEqual([...VARIABLES].toSorted());
    expect([...example].map(([, name]) => name).toSorted()).toEqual([...VARIABLES].toSorted());
  });

  it('tell of every script of package.json that they name', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const named = documents.flatMap((document) =>
      [...readFileSync(document, 'utf8').matchAll(/\bnpm run ([a-z]+)/g)].map(([, name = '']) => name),
    );
    expect([...new Set(named)].filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it('name no subcommand that there is not', () => {
    const help = execFileSync(process.execPath, ['dist/app/cli.cjs', '--help'], { encoding: 'utf8' });
    const known = [...help.matchAll(/^ {2}([a-z]+)\b/gm)].map(([, name]) => name);
    const named = documents.flatMap((document) =>
      [...readFileSync(document, 'utf8').matchAll(/\bnpx dateline ([a-z]+)/g)].map(([, name]) => name),
    );
    expect(named.length).toBeGreaterThan(10);
    expect([...new Set(named)].filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('the forms for issues', () => {
  it('are each a name, a description and fields that GitHub knows', () => {
    for (const file of readdirSync('.github/ISSUE_TEMPLATE').filter((name) => name !== 'config.yml')) {
      const form = parse(readFileSync(join('.github/ISSUE_TEMPLATE', file), 'utf8'));
      expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
      for (const { type, attributes } of form.body) {
        expect(['input', 'textarea', 'dropdown', 'checkboxes', 'markdown']).toContain(type);
        expect(attributes.label).toEqual(expect.any(String));
      }
    }
  });
});
