import { z } from 'zod';
import { isDatabaseAddress } from '../search/postgres/address.js';

const NO_ADDRESS = 'must be written as postgres://user:password@host/database, with %40 for an @ in the password';

/** "postgres:" with anything behind it is meant as an address, and a broken one must not be taken for a folder. */
const isMeantAsAddress = (where: string): boolean => /^postgres(?:ql)?:/i.test(where);

function isWholeAddress(where: string): boolean {
  if (!isDatabaseAddress(where) || !URL.canParse(where)) return false;
  return new URL(where).pathname.length > 1;
}

/** Each message continues the sentence "NAME …". None repeats what was set, which may hold a password. */
export const corpusAccepted = z
  .string()
  .refine((where) => !isMeantAsAddress(where) || isWholeAddress(where), NO_ADDRESS);

/** The address of a copy. */
export const replicaAccepted = z.string().refine(isWholeAddress, NO_ADDRESS);

/** A copy only makes sense beside what it is a copy of. */
export function replicaProblems(set: Readonly<Record<string, string | undefined>>): string[] {
  if (!set.CORPUS_REPLICA || isDatabaseAddress(set.CORPUS ?? '')) return [];
  return ['CORPUS_REPLICA does nothing unless CORPUS is the address of a database: set that too, or leave it out.'];
}
