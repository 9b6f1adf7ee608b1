import type { Definition } from './instrument.js';

/**
 * CADSS, total of the 23 items (0-4 each), without observer items: Bremner 1998, J Trauma Stress 11:125. A
 * measure of the state at a treatment visit; no severity bands are founded.
 */
export const cadss: Definition<'cadss'> = {
  id: 'cadss',
  version: '1',
  name: 'CADSS',
  title: 'Clinician-Administered Dissociative States Scale, 23 items',
  measures: 'dissociation',
  patientName: 'Feeling detached, at a treatment visit',
  reportedBy: 'clinician',
  recall: { text: 'right now', days: 0 },
  instructions: null,
  stem: null,
  items: [],
  options: [],
  extraItems: [],
  itemCount: 23,
  itemMaximum: 4,
  range: { min: 0, max: 92 },
  bands: [],
  bandSource: null,
  cutOffs: [],
  clusters: [],
  minimumAnswered: 23,
  requiredItems: [],
  loinc: {},
  attribution: 'Bremner JD et al. (1998). J Trauma Stress 11:125-136.',
  licence: 'No licence to ship the wording was found: totals only, no item text is kept.',
  totalOnly: true,
  scored: true,
  higherIsWorse: true,
};
