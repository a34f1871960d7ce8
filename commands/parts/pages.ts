import type { Button } from './reply.js';

/** The action that both arrows call, unless told. */
export const PAGE_ACTION = 'page';

/** A page that a button asks for, kept within what there is. @returns 0-based */
export function pageNumber(arg: string, pages: number): number {
  const asked = Number.parseInt(arg, 10);
  return Number.isNaN(asked) ? 0 : Math.max(0, Math.min(asked, pages - 1));
}

/**
 * ◀ ▶, grey where there is no further page; none at all for a single page.
 * @param page 0-based
 * @param action of the command, called with the page's number
 */
export function pageButtons(page: number, pages: number, action = PAGE_ACTION): Button[] {
  if (pages <= 1) return [];
  return [
    { label: '◀', action, arg: String(page - 1), disabled: page === 0, purpose: 'for the one before' },
    { label: '▶', action, arg: String(page + 1), disabled: page >= pages - 1, purpose: 'for the next', word: 'more' },
  ];
}

/** "1 of 5"; nothing for a single page. @param page 0-based */
export function position(page: number, pages: number): string | undefined {
  return pages > 1 ? `${page + 1} of ${pages}` : undefined;
}
