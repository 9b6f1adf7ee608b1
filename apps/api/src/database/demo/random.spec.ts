import { Random } from './random.js';

const draws = (random: Random, count: number): number[] => Array.from({ length: count }, () => random.next());

describe('seeded chance', () => {
  it('repeats itself for a seed and differs for another', () => {
    expect(draws(new Random('a'), 50)).toEqual(draws(new Random('a'), 50));
    expect(draws(new Random('a'), 50)).not.toEqual(draws(new Random('b'), 50));
  });

  it('forks by name, whatever was drawn before', () => {
    const fresh = new Random('a').fork('patient 7');
    const used = new Random('a');
    draws(used, 100);
    expect(draws(used.fork('patient 7'), 20)).toEqual(draws(fresh, 20));
  });

  it('is even, and normal with the mean and spread asked for', () => {
    const random = new Random('spread');
    const even = draws(random, 20_000);
    expect(Math.min(...even)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...even)).toBeLessThan(1);
    expect(even.reduce((sum, value) => sum + value, 0) / even.length).toBeCloseTo(0.5, 1);
    const normal = Array.from({ length: 20_000 }, () => random.normal(16, 11.2));
    const mean = normal.reduce((sum, value) => sum + value, 0) / normal.length;
    const variance = normal.reduce((sum, value) => sum + (value - mean) ** 2, 0) / normal.length;
    expect(mean).toBeCloseTo(16, 0);
    expect(Math.sqrt(variance)).toBeCloseTo(11.2, 0);
  });

  it('weighs what it picks', () => {
    const random = new Random('weights');
    const picked = Array.from({ length: 5_000 }, () =>
      random.weighted([
        ['a', 3],
        ['b', 1],
        ['never', 0],
      ]),
    );
    expect(picked).not.toContain('never');
    const share = picked.filter((value) => value === 'a').length / picked.length;
    expect(share).toBeGreaterThan(0.72);
    expect(share).toBeLessThan(0.78);
  });

  it('makes ids of version 7 that sort by their moment', () => {
    const random = new Random('ids');
    const early = random.uuid(new Date('2025-01-01T00:00:00Z'));
    const late = random.uuid(new Date('2025-01-01T00:00:01Z'));
    expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(early < late).toBe(true);
  });
});
