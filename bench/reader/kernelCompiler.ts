import { readFile } from 'node:fs/promises';
import { main } from 'assemblyscript/asc';

/** Optimised, without a runtime, in a memory that it is given and that threads share; it may be as large as addresses reach. */
const FLAGS = [
  ...['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--enable', 'threads'],
  ...['--importMemory', '--noExportMemory', '--sharedMemory', '--maximumMemory', '65536'],
];
const SOURCE = 'kernel.ts';
const OUTPUT = 'kernel.wasm';

/**
 * Compiles AssemblyScript to WebAssembly, in memory.
 * @param file its source, which imports nothing
 * @throws Error with what the compiler says
 */
export async function compileKernel(file: string): Promise<Uint8Array> {
  const source = await readFile(file, 'utf8');
  const written = new Map<string, Uint8Array>();
  const { error, stderr } = await main([SOURCE, '--outFile', OUTPUT, ...FLAGS], {
    readFile: (name) => (name === SOURCE ? source : null),
    writeFile: (name, contents) => {
      written.set(name, Buffer.from(contents));
    },
    listFiles: () => [],
  });
  const kernel = written.get(OUTPUT);
  if (error || !kernel) throw new Error(`the kernel does not compile: ${error?.message ?? ''}\n${stderr.toString()}`);
  return kernel;
}
