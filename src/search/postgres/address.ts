const DATABASE = /^postgres(?:ql)?:\/\//i;

/** Whether a corpus is named by the address of a database, and not by a folder or file. */
export function isDatabaseAddress(where: string): boolean {
  return DATABASE.test(where);
}

/** Where a database is, for people: its host, port and name, and neither user nor password. */
export function placeOf(address: string): string {
  if (!URL.canParse(address)) return 'an address that cannot be read';
  const { host, pathname, searchParams } = new URL(address);
  return `${host || searchParams.get('host') || 'localhost'}${pathname}`;
}

/** A corpus as it may be shown: an address without user and password, a path as it is. */
export function shownCorpus(where: string): string {
  return isDatabaseAddress(where) ? `PostgreSQL at ${placeOf(where)}` : where;
}
