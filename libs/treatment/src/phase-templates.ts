/** A phase of a course as it is usually planned. */
export interface PlannedPhase {
  readonly phase: 'induction' | 'continuation' | 'maintenance' | 'booster' | 'rescue';
  /** Null where the phase has no fixed number. */
  readonly plannedSessions: number | null;
  /** Days from one session to the next on average: 3.5 is twice a week. */
  readonly intervalDays: number;
}

export interface PhaseTemplate {
  readonly id: string;
  readonly label: string;
  readonly phases: readonly PlannedPhase[];
  /** Where such a plan was used. */
  readonly source: string;
}

/** Three times a week, in hundredths of a day as it is stored. */
const THREE_TIMES_A_WEEK = 2.33;
const TWICE_A_WEEK = 3.5;

/** Plans used in the studies of ketamine; a starting point that a clinician changes as the patient needs. */
export const ketamineTemplates: readonly PhaseTemplate[] = [
  {
    id: 'induction-6-twice',
    label: 'Induction: 6 sessions, twice a week',
    phases: [{ phase: 'induction', plannedSessions: 6, intervalDays: TWICE_A_WEEK }],
    source: 'Anand 2023, N Engl J Med 388:2315; Oliver 2022, J Clin Psychiatry 83(6):21m14336',
  },
  {
    id: 'induction-6-thrice',
    label: 'Induction: 6 sessions, three times a week',
    phases: [{ phase: 'induction', plannedSessions: 6, intervalDays: THREE_TIMES_A_WEEK }],
    source: 'Feder 2021, Am J Psychiatry 178:193',
  },
  {
    id: 'induction-8-twice',
    label: 'Induction: 8 sessions, twice a week',
    phases: [{ phase: 'induction', plannedSessions: 8, intervalDays: TWICE_A_WEEK }],
    source:
      'Abdallah 2022, Neuropsychopharmacology, doi 10.1038/s41386-022-01266-9; Loo 2023, Br J Psychiatry 223:533',
  },
];

/** The plan of the esketamine labelling: twice a week for four weeks, weekly for four, then every one or two weeks. */
export const esketamineTemplates: readonly PhaseTemplate[] = [
  {
    id: 'esketamine-label',
    label: 'Induction: 8 sessions, twice a week, then weekly, then every 2 weeks',
    phases: [
      { phase: 'induction', plannedSessions: 8, intervalDays: TWICE_A_WEEK },
      { phase: 'continuation', plannedSessions: 4, intervalDays: 7 },
      { phase: 'maintenance', plannedSessions: null, intervalDays: 14 },
    ],
    source: 'Spravato labelling',
  },
];

/** The plans for an agent, the usual one first. */
export function phaseTemplates(agent: 'ketamine' | 'esketamine'): readonly PhaseTemplate[] {
  return agent === 'esketamine' ? esketamineTemplates : ketamineTemplates;
}
