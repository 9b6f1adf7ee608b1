/** FNV-1a over the code units of a text: a seed for each name, so that streams do not depend on each other. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/**
 * A seeded source of chance (mulberry32). `fork` gives an independent stream for a name and draws nothing
 * from this one: one patient more or less does not change the others.
 */
export class Random {
  private state: number;

  constructor(private readonly seed: string) {
    this.state = hash(seed);
  }

  fork(name: string | number): Random {
    return new Random(`${this.seed}/${name}`);
  }

  /** From 0 to below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  between(from: number, to: number): number {
    return from + this.next() * (to - from);
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** Box-Muller; the second value of each pair is left, so that every call draws exactly two. */
  normal(mean: number, standardDeviation: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return mean + standardDeviation * radius * Math.cos(2 * Math.PI * this.next());
  }

  pick<T>(values: readonly T[]): T {
    const value = values[Math.floor(this.next() * values.length)];
    if (value === undefined) throw new RangeError('There is nothing to pick from.');
    return value;
  }

  /** One of the entries by weight; the weights need not add up to one. */
  weighted<T>(entries: readonly (readonly [T, weight: number])[]): T {
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    const entry = entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1);
    if (entry === undefined) throw new RangeError('There is nothing to pick from.');
    return entry[0];
  }

  /** Up to `count` different entries in random order. */
  sample<T>(values: readonly T[], count: number): T[] {
    return values
      .map((value) => [this.next(), value] as const)
      .toSorted(([a], [b]) => a - b)
      .slice(0, count)
      .map(([, value]) => value);
  }

  /** A UUIDv7 of that moment: ids sort by when their rows were made, as the ids of the product do. */
  uuid(at: Date): string {
    const time = at.getTime().toString(16).padStart(12, '0');
    const bits = (length: number): string =>
      Math.floor(this.next() * 16 ** length)
        .toString(16)
        .padStart(length, '0');
    const variant = (8 + Math.floor(this.next() * 4)).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${bits(3)}-${variant}${bits(3)}-${bits(6)}${bits(6)}`;
  }
}

export function clamp(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, value));
}
