/** A term for a side effect: our own list, so that no licensed terminology is shipped. */
export interface SideEffectTerm {
  readonly code: string;
  readonly label: string;
  /** As it is asked of a patient; null for what only staff observe. */
  readonly patientWording: string | null;
  /**
   * Share of patients of the esketamine arm (n = 346) and the placebo arm (n = 222) of the trials in treatment-resistant
   * depression, elicited and spontaneous together (Spravato labelling, adverse reactions table). Null: not in that table.
   */
  readonly published: { readonly esketamine: number; readonly placebo: number } | null;
  /** Offered first when logging a session. */
  readonly frequent: boolean;
}

const term = (
  code: string,
  label: string,
  patientWording: string | null,
  rates: readonly [number, number] | null = null,
  frequent = false,
): SideEffectTerm => ({
  code,
  label,
  patientWording,
  published: rates === null ? null : { esketamine: rates[0], placebo: rates[1] },
  frequent,
});

export const sideEffectTerms: readonly SideEffectTerm[] = [
  term('dissociation', 'Dissociation', 'Feeling detached, floating or unreal', [0.41, 0.09], true),
  term('dizziness', 'Dizziness', 'Dizzy', [0.29, 0.08], true),
  term('nausea', 'Nausea', 'Nausea', [0.28, 0.09], true),
  term('sedation', 'Sedation', 'Very sleepy or hard to stay alert', [0.23, 0.09], true),
  term('vertigo', 'Vertigo', 'Spinning', [0.23, 0.03]),
  term('headache', 'Headache', 'Headache', [0.2, 0.17], true),
  term('dysgeusia', 'Odd taste', 'Odd taste', [0.19, 0.14]),
  term('numbness', 'Numbness or tingling', 'Numbness or tingling', [0.18, 0.02]),
  term('anxiety', 'Anxiety', 'Anxiety or panic', [0.13, 0.06], true),
  term('lethargy', 'Lethargy', 'Low energy', [0.11, 0.05]),
  term('bp_increase', 'Raised blood pressure', null, [0.1, 0.03], true),
  term('vomiting', 'Vomiting', 'Vomiting', [0.09, 0.02], true),
  term('insomnia', 'Insomnia', 'Trouble sleeping', [0.08, 0.07]),
  term('diarrhoea', 'Diarrhea', 'Diarrhea', [0.07, 0.06]),
  term('nasal_discomfort', 'Nasal discomfort', 'Sore or blocked nose', [0.07, 0.05]),
  term('throat_irritation', 'Throat irritation', 'Sore throat', [0.07, 0.04]),
  term('feeling_drunk', 'Feeling drunk', 'Feeling drunk', [0.05, 0.005]),
  term('dry_mouth', 'Dry mouth', 'Dry mouth', [0.05, 0.03]),
  term('sweating', 'Sweating', 'Sweating'),
  term('euphoria', 'Euphoria', 'Unusually elated'),
  term('dysarthria', 'Slurred speech', 'Slurred speech'),
  term('tremor', 'Tremor', 'Shaking'),
  term('mental_impairment', 'Clouded thinking', 'Trouble thinking clearly'),
  term('urinary_frequency', 'Urinary frequency', 'Needing to pass water often'),
  term('urinary_symptoms', 'Bladder symptoms', 'Pain or urgency when passing water'),
  term('feeling_abnormal', 'Feeling abnormal', 'Feeling strange'),
  term('tachycardia', 'Tachycardia', 'Racing heart', [0.02, 0.005]),
  term('blurred_vision', 'Blurred vision', 'Blurred or double vision'),
  term('confusion', 'Confusion', 'Confused'),
  term('hallucination', 'Hallucination', 'Seeing or hearing things'),
  term('injection_site', 'Injection site reaction', 'Pain or redness where the needle was'),
  term('craving', 'Craving or misuse', 'Craving ketamine'),
  term('mania_switch', 'Mania or hypomania', 'Unusually high or driven'),
  term('suicidal_ideation_new', 'New suicidal ideation', 'New thoughts of suicide'),
  term('chest_pain', 'Chest pain', null),
  term('neurological_symptom', 'Neurological symptom', null),
  term('respiratory_depression', 'Respiratory depression', null),
  term('laryngospasm', 'Laryngospasm', null),
  term('loss_of_consciousness', 'Loss of consciousness', null),
  term('hypertensive_emergency', 'Hypertensive emergency', null),
  term('other', 'Other', 'Something else'),
];

const byCode = new Map(sideEffectTerms.map((each) => [each.code, each]));

/** The term of a code, or null for a code this version does not know. */
export function findSideEffectTerm(code: string): SideEffectTerm | null {
  return byCode.get(code) ?? null;
}

/** Severity in a patient's words. Mapping it to a CTCAE grade is a staff decision, never a formula. */
export const severityWords = ['none', 'mild', 'moderate', 'severe'] as const;

/** Why an adverse event counts as serious (FDA 21 CFR 312.32; CTCAE v5.0): severe is not the same as serious. */
export const seriousCriteria = [
  'death',
  'life-threatening',
  'hospitalisation',
  'disability',
  'congenital-anomaly',
  'important-medical-event',
] as const;
export type SeriousCriterion = (typeof seriousCriteria)[number];
