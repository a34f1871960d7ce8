/** One thing looked at: in order, worth a look, in the way of starting, or not to be looked at now. */
export interface Finding {
  readonly check: string;
  readonly status: 'ok' | 'attention' | 'broken' | 'unchecked';
  /** What is so and, unless it is in order, what to do. */
  readonly message: string;
}
