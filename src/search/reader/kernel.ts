import { KERNEL_BASE64 } from './kernelBytes.js';

/** What the kernel can do; each is described in `kernel.as.ts`. Addresses are bytes from the start of its memory. */
export interface Kernel {
  packWeights(from: number, to: number, rows: number, columns: number): void;
  roundRows(from: number, to: number, scales: number, rows: number, columns: number, largest: number): void;
  multiply(
    x: number,
    xScales: number,
    w: number,
    wScales: number,
    bias: number,
    out: number,
    rows: number,
    inner: number,
    columns: number,
  ): void;
  addAndNorm(x: number, y: number, gain: number, bias: number, rows: number, columns: number): void;
  gelu(x: number, count: number): void;
  attend(
    q: number,
    k: number,
    v: number,
    out: number,
    scratch: number,
    length: number,
    size: number,
    stride: number,
    scale: number,
  ): void;
}

/** A memory that grows by pages of 64 KiB; `buffer` is a new one after each growth. */
export interface KernelMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** What is used of WebAssembly: TypeScript tells of it only beside a browser's whole page. */
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => KernelMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};

/**
 * Compiles the kernel, about 1 ms, and gives it a memory of one page to work in.
 * @throws Error where the machine has no WebAssembly SIMD
 */
export function openKernel(): { readonly kernel: Kernel; readonly memory: KernelMemory } {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const module = new WebAssembly.Module(Buffer.from(KERNEL_BASE64, 'base64'));
  // The test of these bytes against their source vouches for the shape.
  return { kernel: new WebAssembly.Instance(module, { env: { memory } }).exports as Kernel, memory };
}
