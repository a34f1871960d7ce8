import type { Issue, Schema } from 'discord-api-spec/zod';
import { type Fault, invalidFormBody } from './errors.js';

/**
 * A request body, checked against Discord's published schema and then against the rules that the schema leaves out.
 * @throws DiscordError 50035, naming every fault
 */
export function validated<T>(schema: Schema<T>, body: unknown, rules: (body: T) => Fault[] = () => []): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw invalidFormBody(parsed.error.issues.flatMap((issue) => faultsOf(issue)));
  const faults = rules(parsed.data);
  if (faults.length > 0) throw invalidFormBody(faults);
  return parsed.data;
}

/** A rule broken at a place in the body. */
export function fault(path: readonly PropertyKey[], code: string, message: string): Fault {
  return { path, code, message };
}

/** Nothing when the text is at most `limit` UTF-16 units long, else Discord's complaint. */
export function tooLong(path: readonly PropertyKey[], text: string | null | undefined, limit: number): Fault[] {
  if ((text?.length ?? 0) <= limit) return [];
  return [fault(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${limit} or fewer in length.`)];
}

/** Nothing when there is text besides white space, else Discord's complaint. */
export function missing(path: readonly PropertyKey[], text: string | null | undefined): Fault[] {
  return text?.trim() ? [] : [fault(path, 'BASE_TYPE_REQUIRED', 'This field is required')];
}

/** A fault for every value that stands twice. */
export function duplicates(
  values: readonly { path: readonly PropertyKey[]; value: string }[],
  code: string,
  message: string,
): Fault[] {
  const seen = new Set<string>();
  return values.flatMap(({ path, value }) => {
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [fault(path, code, message)];
  });
}

function faultsOf(issue: Issue, above: readonly PropertyKey[] = []): Fault[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors?.length) {
    return closestBranch(issue.errors).flatMap((inner) => faultsOf(inner, path));
  }
  if (issue.code === 'too_big') {
    const code = issue.origin === 'string' ? 'BASE_TYPE_MAX_LENGTH' : 'BASE_TYPE_BAD_LENGTH';
    return [fault(path, code, `Must be ${issue.maximum} or fewer in length.`)];
  }
  if (issue.code === 'too_small') {
    return [fault(path, 'BASE_TYPE_MIN_LENGTH', `Must be ${issue.minimum} or more in length.`)];
  }
  return [fault(path, issue.code.toUpperCase(), issue.message)];
}

/** The branch that was meant: its `type` fits, it is an object as the value is, and least is wrong with it. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const isOtherType = (issues: readonly Issue[]) =>
    issues.some(({ path }) => path.length === 0 || (path.length === 1 && path[0] === 'type'));
  const [closest = []] = branches.toSorted(
    (a, b) => Number(isOtherType(a)) - Number(isOtherType(b)) || a.length - b.length,
  );
  return closest;
}
