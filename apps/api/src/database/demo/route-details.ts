import type { Random } from './random.js';
import type { SessionRoute } from './sessions.js';

const sites = ['left deltoid', 'right deltoid', 'left thigh', 'right thigh'] as const;

/** What a route has to say beyond the dose. */
export function routeDetailsOf(
  random: Random,
  { agent, route }: SessionRoute,
  mg: number,
): Readonly<Record<string, unknown>> {
  if (agent === 'esketamine') {
    return { devices: Math.max(1, Math.round(mg / 28)), lot: `KJX${random.whole(1000, 9999)}` };
  }
  switch (route) {
    case 'iv':
      return { bolus: false };
    case 'im':
      return random.chance(0.2)
        ? { sites: 'left and right deltoid', splitDoses: 2 }
        : { sites: random.pick(sites), splitDoses: 1 };
    case 'sc':
      return {
        sites: random.pick(['abdomen', 'left thigh', 'right thigh', 'left upper arm']),
        splitDoses: 1,
      };
    case 'sublingual':
      return {
        form: random.pick(['rapid-dissolve tablet', 'troche']),
        holdMinutes: random.pick([7, 10, 12]),
        swallowed: false,
      };
    case 'oral':
      return { form: 'oral solution 10 mg/ml', swallowed: true };
    case 'intranasal':
      return { sprays: Math.max(1, Math.round(mg / 14)) };
  }
}

/** Medicines that matter for the effect or for safety, as asked at the first session. */
export function concomitantOf(random: Random): Readonly<Record<string, boolean | string | null>> {
  const takes = (share: number): boolean => random.chance(share);
  return {
    benzodiazepine: takes(0.17),
    hypnotic: takes(0.12),
    stimulant: takes(0.08),
    maoi: takes(0.01),
    opioid: takes(0.03),
    other: random.chance(0.25)
      ? random.pick([
          'lamotrigine 200 mg',
          'lithium 600 mg',
          'propranolol 40 mg',
          'lisinopril 10 mg',
          'levothyroxine 75 micrograms',
        ])
      : null,
  };
}
