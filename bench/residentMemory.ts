import { readFile } from 'node:fs/promises';

const BYTES_PER_KIBIBYTE = 1024;

/** A process's resident set in units of 10⁶ bytes; null where the system has no /proc. */
export async function residentMegabytes(pid: number | undefined): Promise<number | null> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
    return kibibytes === undefined ? null : (Number(kibibytes) * BYTES_PER_KIBIBYTE) / 1e6;
  } catch {
    return null;
  }
}
