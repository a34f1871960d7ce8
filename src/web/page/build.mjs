import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/**
 * Builds the page into `dist/web/`: script and style in one file each, named by what is in them, every file also compressed.
 */

const HERE = dirname(fileURLToPath(import.meta.url));
const INTO = join(HERE, '../../../dist/web');
const HASH_LENGTH = 10;

/** lit's `styleMap` writes style attributes, which the page's policy forbids. */
const noStyleAttribute = {
  name: 'no-style-attribute',
  setup({ onResolve }) {
    onResolve({ filter: /^lit\/directives\/style-map\.js$/ }, () => ({ path: join(HERE, 'noStyleAttribute.ts') }));
  },
};

const { outputFiles } = await build({
  entryPoints: [join(HERE, 'page.ts'), join(HERE, 'page.css')],
  outdir: INTO,
  write: false,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  loader: { '.svg': 'dataurl' },
  plugins: [noStyleAttribute],
  logLevel: 'warning',
});

/** From the name in the markup to the file. */
const assets = new Map(outputFiles.map(({ path, contents }) => [path.slice(INTO.length + 1), contents]));
assets.set('icon.svg', await readFile(join(HERE, 'icon.svg')));

await rm(INTO, { recursive: true, force: true });
await mkdir(INTO, { recursive: true });
let markup = await readFile(join(HERE, 'index.html'), 'utf8');
for (const [name, contents] of assets) {
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, HASH_LENGTH);
  const named = name.replace('.', `-${hash}.`);
  markup = markup.replace(`{${name}}`, named);
  await writeCompressed(named, contents);
}
await writeCompressed('index.html', Buffer.from(markup.replace(/\n\s*/g, '\n')));

async function writeCompressed(name, contents) {
  const path = join(INTO, name);
  await writeFile(path, contents);
  await writeFile(`${path}.br`, brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  await writeFile(`${path}.gz`, gzipSync(contents, { level: 9 }));
}
