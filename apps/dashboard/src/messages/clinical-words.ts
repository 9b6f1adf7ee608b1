import type {
  CourseAgent,
  CourseEndReason,
  CoursePhase,
  CourseRoute,
  Indication,
} from '@courseline/contracts';
import { routeDefinition } from '@courseline/treatment';

/** Indications as staff abbreviate them, and as they are written out. */
export const indicationWords: Readonly<
  Record<Indication, { readonly short: string; readonly long: string }>
> = {
  'major-depression': { short: 'MDD', long: 'Major depression' },
  'treatment-resistant-depression': { short: 'TRD', long: 'Treatment-resistant depression' },
  'bipolar-depression': { short: 'Bipolar depression', long: 'Bipolar depression' },
  ptsd: { short: 'PTSD', long: 'Post-traumatic stress disorder' },
  'generalised-anxiety': { short: 'GAD', long: 'Generalized anxiety' },
  'social-anxiety': { short: 'Social anxiety', long: 'Social anxiety' },
  ocd: { short: 'OCD', long: 'Obsessive-compulsive disorder' },
  'suicidal-ideation': { short: 'Suicidal ideation', long: 'Suicidal ideation' },
  'chronic-pain': { short: 'Chronic pain', long: 'Chronic pain' },
  'substance-use': { short: 'Substance use', long: 'Substance use disorder' },
  other: { short: 'Other', long: 'Other' },
};

export const phaseWords: Readonly<Record<CoursePhase, string>> = {
  induction: 'Induction',
  continuation: 'Continuation',
  maintenance: 'Maintenance',
  booster: 'Booster',
  rescue: 'Rescue',
};

/** Agents as a choice names them. */
export const agentLabels: Readonly<Record<CourseAgent, string>> = {
  ketamine: 'Ketamine',
  esketamine: 'Esketamine',
  ssri: 'SSRI',
  snri: 'SNRI',
  'other-antidepressant': 'Other antidepressant',
  psychotherapy: 'Psychotherapy',
  other: 'Other',
};

const agentWords: Readonly<Record<CourseAgent, string>> = {
  ketamine: 'ketamine',
  esketamine: 'esketamine',
  ssri: 'SSRI',
  snri: 'SNRI',
  'other-antidepressant': 'antidepressant',
  psychotherapy: 'psychotherapy',
  other: 'other treatment',
};

export const endReasonWords: Readonly<Record<CourseEndReason, string>> = {
  completed: 'completed',
  'no-benefit': 'no benefit',
  'side-effects': 'side effects',
  'patient-choice': 'the patient’s choice',
  cost: 'cost',
  'moved-away': 'moved away',
  'lost-to-follow-up': 'lost to follow-up',
  'clinical-decision': 'clinical decision',
  other: 'other reason',
};

interface Treatment {
  readonly agent: CourseAgent;
  readonly agentName: string | null;
  readonly route: CourseRoute;
}

/** "ketamine IV", "esketamine intranasal", "sertraline (SSRI)", "psychotherapy". */
export function treatmentWords({ agent, agentName, route }: Treatment): string {
  if (agent === 'ketamine' || agent === 'esketamine') {
    return route === 'none' ? agentWords[agent] : `${agentWords[agent]} ${routeDefinition(route).short}`;
  }
  return agentName === null ? agentWords[agent] : `${agentName} (${agentWords[agent]})`;
}
