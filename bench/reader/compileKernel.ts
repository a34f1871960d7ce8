/**
 * Compiles the reader's kernel, `src/search/reader/kernel.as.ts`, to `kernelBytes.ts` beside it: `npm run kernel`. Needs no
 * network; the same source gives the same bytes, which `tests/search/reader/kernelBytes.test.ts` checks.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../../src/projectFolder.js';
import { compileKernel } from './kernelCompiler.js';

const folder = join(projectFolder(), 'src/search/reader');
const kernel = await compileKernel(join(folder, 'kernel.as.ts'));
const source = `/** What \`kernel.as.ts\` compiles to, in base64: written by \`npm run kernel\`, not by hand. */
export const KERNEL_BASE64 =
  '${Buffer.from(kernel).toString('base64')}';
`;
await writeFile(join(folder, 'kernelBytes.ts'), source);
process.stderr.write(`kernelBytes.ts: ${kernel.length} bytes of WebAssembly\n`);
