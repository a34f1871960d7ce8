import { describe, expect, it } from 'vitest';
import { compileKernel } from '../../../bench/reader/kernelCompiler.js';
import { KERNEL_BASE64 } from '../../../src/search/reader/kernelBytes.js';

describe("the kernel's bytes", () => {
  it('are what its source compiles to', async () => {
    const compiled = await compileKernel('src/search/reader/kernel.as.ts');
    expect(Buffer.from(compiled).toString('base64')).toBe(KERNEL_BASE64);
  });
});
