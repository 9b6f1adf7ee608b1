/** Of `n`, `x` had it: the share and its interval, all three null when there was nobody to count. */
export interface Proportion {
  readonly x: number;
  readonly n: number;
  readonly p: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
}

/** A share of courses, with the rule that decided and the courses behind each of its two numbers. */
export interface Rate extends Proportion {
  readonly ruleId: string;
  /** Ids of the courses counted in `x`, sorted. */
  readonly numerator: readonly string[];
  /** Ids of the courses counted in `n`, sorted; they contain the numerator. */
  readonly denominator: readonly string[];
}

export type ConfidenceLevel = 0.9 | 0.95 | 0.99;

/** Two-sided quantiles of the standard normal distribution. */
const QUANTILES: Readonly<Record<ConfidenceLevel, number>> = {
  0.9: 1.6448536269514722,
  0.95: 1.959963984540054,
  0.99: 2.5758293035489004,
};

/**
 * Wilson's score interval for x of n, without continuity correction: Wilson 1927 (J Am Stat Assoc 22:209);
 * method 3 of Newcombe 1998 (Stat Med 17:857). Never leaves 0 to 1, and is sensible at 0 and n of n. Null
 * when n is 0; a RangeError when x and n are not counts with x <= n.
 */
export function wilsonInterval(
  x: number,
  n: number,
  level: ConfidenceLevel = 0.95,
): { readonly lo: number; readonly hi: number } | null {
  if (!Number.isInteger(x) || !Number.isInteger(n) || x < 0 || x > n) {
    throw new RangeError('A proportion needs whole numbers with 0 <= x <= n');
  }
  if (n === 0) return null;
  const z = QUANTILES[level];
  const p = x / n;
  const scale = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / scale;
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / scale;
  // Exactly 0 and 1 at the ends, where rounding would leave a trace.
  return { lo: x === 0 ? 0 : centre - half, hi: x === n ? 1 : centre + half };
}

/** The share x of n with its 95 % Wilson interval; p, lo and hi are null when n is 0. Throws as `wilsonInterval`. */
export function proportion(x: number, n: number): Proportion {
  const interval = wilsonInterval(x, n);
  return interval === null
    ? { x, n, p: null, lo: null, hi: null }
    : { x, n, p: x / n, lo: interval.lo, hi: interval.hi };
}

/**
 * The rate of a yes among those for whom the question has an answer: courses whose verdict is null are in
 * neither number.
 */
export function rateOf(
  ruleId: string,
  verdicts: readonly (readonly [id: string, verdict: boolean | null])[],
): Rate {
  const denominator = verdicts.filter(([, verdict]) => verdict !== null).map(([id]) => id);
  const numerator = verdicts.filter(([, verdict]) => verdict === true).map(([id]) => id);
  return {
    ...proportion(numerator.length, denominator.length),
    ruleId,
    numerator: numerator.toSorted(),
    denominator: denominator.toSorted(),
  };
}
