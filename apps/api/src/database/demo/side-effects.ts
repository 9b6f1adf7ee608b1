import { sideEffectTerms } from '@courseline/treatment';
import type { SideEffectRow } from './clinical-rows.js';
import type { CourseRoute } from './record-rows.js';
import { clamp, type Random } from './random.js';

export type SideEffect = Pick<
  SideEffectRow,
  | 'code'
  | 'other_text'
  | 'severity'
  | 'onset_minutes'
  | 'duration_minutes'
  | 'ctcae_grade'
  | 'serious'
  | 'serious_criterion'
  | 'reporter'
  | 'note'
>;

interface Timing {
  /** Minutes after the dose. */
  readonly onset: readonly [from: number, to: number];
  readonly duration: readonly [from: number, to: number];
}

/** Most had passed by 90 minutes (TRANSFORM-2: Popova 2019, Am J Psychiatry 176:428); hours belong to these. */
const longer: Readonly<Record<string, Timing>> = {
  headache: { onset: [50, 240], duration: [60, 420] },
  lethargy: { onset: [90, 300], duration: [180, 900] },
  insomnia: { onset: [480, 720], duration: [120, 360] },
  diarrhoea: { onset: [120, 600], duration: [60, 360] },
  nasal_discomfort: { onset: [0, 3], duration: [15, 90] },
  throat_irritation: { onset: [2, 10], duration: [20, 120] },
  injection_site: { onset: [0, 2], duration: [60, 720] },
  urinary_frequency: { onset: [60, 240], duration: [120, 600] },
};
const usual: Timing = { onset: [4, 28], duration: [12, 62] };

/**
 * Share of patients who had it at least once. The esketamine arm of the label (n = 346, via the term list); what
 * the table leaves out: 4 % and 3 % rows of the same label, blurred vision 11.9 % (ASPIRE, PMC8407443).
 */
const elsewhere: Readonly<Record<string, number>> = {
  blurred_vision: 0.119,
  sweating: 0.04,
  euphoria: 0.04,
  dysarthria: 0.04,
  tremor: 0.03,
  mental_impairment: 0.03,
  urinary_frequency: 0.03,
  feeling_abnormal: 0.03,
  injection_site: 0.09,
};
const onlyByRoute: Readonly<Record<string, readonly CourseRoute[]>> = {
  dysgeusia: ['intranasal', 'sublingual', 'oral'],
  nasal_discomfort: ['intranasal'],
  throat_irritation: ['intranasal', 'sublingual'],
  injection_site: ['im', 'sc', 'iv'],
};
const shareOfPatients = sideEffectTerms.flatMap(({ code, published }) => {
  const share = published?.esketamine ?? elsewhere[code];
  // Raised pressure is noted from the readings, not by chance.
  return share === undefined || code === 'bp_increase' ? [] : [[code, share] as const];
});

/** Some feel hardly anything and some nearly everything; the mean is a little above 1 for effects not noticed. */
const sensitivities = [
  [0.3, 30],
  [1.05, 50],
  [2.1, 20],
] as const;

/** What one person is prone to in one course. */
export type Proneness = readonly string[];

/** Those with an effect have it in most of the first sessions; so the share of courses is the published share. */
export function proneTo(random: Random, route: CourseRoute): Proneness {
  const sensitivity = random.weighted(sensitivities);
  return shareOfPatients.flatMap(([code, share]) => {
    const routes = onlyByRoute[code];
    const byRoute = routes === undefined || routes.includes(route) ? share : share / 10;
    return random.chance(byRoute * sensitivity) ? [code] : [];
  });
}

/** Less often and milder with each session, as tolerance grows. */
export function feltEffects(
  random: Random,
  proneness: Proneness,
  sessionNumber: number,
): readonly SideEffect[] {
  const chance = Math.max(0.3, 0.74 * 0.88 ** (sessionNumber - 1));
  return proneness.filter(() => random.chance(chance)).map((code) => anEffect(random, code, sessionNumber));
}

/** By the label's own threshold, a rise of 40 systolic or 25 diastolic; not every nurse notes it as an effect. */
export function pressureEffect(
  random: Random,
  sessionNumber: number,
  rise: { readonly systolicRise: number; readonly diastolicRise: number },
): SideEffect | null {
  if ((rise.systolicRise < 40 && rise.diastolicRise < 25) || !random.chance(0.4)) return null;
  return { ...anEffect(random, 'bp_increase', sessionNumber), onset_minutes: 40, reporter: 'staff' };
}

function anEffect(random: Random, code: string, sessionNumber: number): SideEffect {
  const { onset, duration } = longer[code] ?? usual;
  const [mild, moderate, severe] = sessionNumber <= 2 ? [56, 36, 8] : [70, 26, 4];
  const severity = random.weighted([
    [1, mild],
    [2, moderate],
    [3, severe],
  ] as const);
  const isKnown = random.chance(0.9);
  const lasted = random.between(...duration) * (0.75 + 0.25 * severity);
  return {
    code,
    other_text: null,
    severity,
    onset_minutes: isKnown ? roundTo(random.between(...onset), 1) : null,
    duration_minutes: isKnown ? roundTo(lasted, lasted > 60 ? 15 : 5) : null,
    ctcae_grade: random.chance(0.35) ? clamp(severity, 1, 3) : null,
    serious: random.chance(0.35) ? false : null,
    serious_criterion: null,
    reporter: random.chance(0.3) ? 'patient' : 'staff',
    note: null,
  };
}

function roundTo(value: number, step: number): number {
  return Math.max(step, Math.round(value / step) * step);
}

interface SeriousEvent {
  readonly code: string;
  readonly criterion: 'important-medical-event' | 'hospitalisation';
  readonly note: string;
}
const seriousEvents: readonly SeriousEvent[] = [
  {
    code: 'hypertensive_emergency',
    criterion: 'important-medical-event',
    note: 'Headache and chest tightness at the peak; labetalol 10 mg IV, ECG normal, settled within the hour.',
  },
  {
    code: 'loss_of_consciousness',
    criterion: 'important-medical-event',
    note: 'Unresponsive for under a minute, airway held, oxygen given; no injury.',
  },
  {
    code: 'suicidal_ideation_new',
    criterion: 'hospitalisation',
    note: 'Called that night with new intent; admitted voluntarily for three days.',
  },
];

export function aSeriousEvent(random: Random): SideEffect {
  const { code, criterion, note } = random.pick(seriousEvents);
  return {
    code,
    other_text: null,
    severity: 3,
    onset_minutes: code === 'suicidal_ideation_new' ? random.whole(360, 700) : random.whole(18, 45),
    duration_minutes: code === 'suicidal_ideation_new' ? null : random.whole(5, 55),
    ctcae_grade: code === 'hypertensive_emergency' ? 4 : 3,
    serious: true,
    serious_criterion: criterion,
    reporter: 'staff',
    note,
  };
}
