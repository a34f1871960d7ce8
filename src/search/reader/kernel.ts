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

/** A memory that threads share and that grows by pages of 64 KiB; `buffer` is a new one after each growth. */
export interface KernelMemory {
  readonly buffer: SharedArrayBuffer;
  grow(pages: number): number;
}

/** The kernel's code and its memory. Posted to a thread, it is the same memory there, and the same code, compiled once. */
export interface SharedKernel {
  readonly module: object;
  readonly memory: KernelMemory;
}

/** As many pages as addresses of 32 bits reach; none takes room before it is written to. The kernel's own limit is the same. */
const MOST_PAGES = 65_536;

/** What is used of WebAssembly: TypeScript tells of it only beside a browser's whole page. */
declare const WebAssembly: {
  readonly Memory: new (size: {
    readonly initial: number;
    readonly maximum: number;
    readonly shared: true;
  }) => KernelMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};

/**
 * Compiles the kernel, about 1 ms, and gives it a memory of one page to work in.
 * @throws Error where the machine has no WebAssembly SIMD
 */
export function createKernel(): SharedKernel {
  return {
    module: new WebAssembly.Module(Buffer.from(KERNEL_BASE64, 'base64')),
    memory: new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared: true }),
  };
}

/** The kernel for this thread. */
export function openKernel({ module, memory }: SharedKernel): Kernel {
  // The test of these bytes against their source vouches for the shape.
  return new WebAssembly.Instance(module, { env: { memory } }).exports as Kernel;
}
