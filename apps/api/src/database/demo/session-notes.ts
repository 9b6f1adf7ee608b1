import type { Random } from './random.js';
import type { CourseRoute } from './record-rows.js';

const anyTime = [
  'Music through headphones, calm throughout.',
  'Preferred silence and the blind half down.',
  'Partner waited outside and drove home.',
  'Sister drove. Left steady on feet.',
  'Ate lightly three hours before, no nausea.',
  'Ondansetron 4 mg before the dose as agreed last time.',
  'Talked about work for a while before the dose.',
  'Wanted lights lower after 15 minutes.',
  'Eye mask on from the start.',
  'Described colors and a feeling of distance, not unpleasant.',
  'Quiet, some tears around 20 minutes, said afterwards it was a relief.',
  'Short of sleep after a night shift.',
  'Interpreter present for the talk before and after.',
];
const ofInfusions = [
  'Cannula left forearm, first attempt.',
  'Two attempts for the cannula, asked to drink more before the next visit.',
];
const better = [
  'Has been out walking with the dog every day this week.',
  'Cooked for the family on Sunday, first time in months.',
  'Went back to the choir.',
  'Slept through three nights in a row.',
  'Back at work two mornings a week.',
  'Laughs more, the family noticed it first.',
  'Mood lifted for four to five days after the last dose.',
];
const unchanged = [
  'Cannot say yet that anything has changed.',
  'Two good days after the last session, then as before.',
  'Discouraged, wonders whether to go on; agreed to finish the induction.',
  'Sleep still broken, up at four.',
  'Talked through the plan if this does not help.',
];
const worse = [
  'A bad week: argument at home, hardly left the bed.',
  'More anxious since the landlord gave notice.',
  'Feels it has worn off. Clinician to review before the next dose.',
];

/** A line or two for some sessions, after how things stand. */
export function aNote(random: Random, level: number, route: CourseRoute): string | null {
  const usual = route === 'iv' ? [...anyTime, ...ofInfusions] : anyTime;
  if (!random.chance(0.42)) return null;
  const about = level < 0.6 ? better : level > 1.08 ? worse : unchanged;
  return random.chance(0.45)
    ? `${random.pick(about)} ${random.pick(usual)}`
    : random.pick([...about, ...usual]);
}

const stopReasons = [
  'Nausea and retching, asked to stop.',
  'Panic that did not settle.',
  'Felt too far away and asked to stop.',
];
const stopReasonsOfInfusions = ['Pressure 182/108 at 20 minutes.', 'Cannula came out, not replaced.'];

export function aStopReason(random: Random, route: CourseRoute): string {
  return random.pick(route === 'iv' ? [...stopReasons, ...stopReasonsOfInfusions] : stopReasons);
}

export const cancelReasons = [
  'Childcare fell through, new date agreed.',
  'Has a cold with fever.',
  'Power cut in the building.',
  'Had breakfast and coffee an hour before.',
  'Clinician ill.',
  'Driver could not come.',
  'Pressure 168/102 before the dose, moved to later in the week.',
] as const;

export const missedReasons = [
  'Did not come, reached by phone in the afternoon.',
  'Did not come, no answer on two calls.',
  'Overslept after a night shift.',
] as const;

export const stepReasons = [
  'Well tolerated, small change so far.',
  'Partial benefit only at the last dose.',
] as const;

export const pressureReasons = [
  'Usual pressure for this patient, no symptoms.',
  'Rushed from the car park; second reading after ten minutes was lower.',
  'Discussed with the clinician, dose given under closer watch.',
] as const;
