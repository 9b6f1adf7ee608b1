import type { Definition } from './instrument.js';

/**
 * PCL-5 (past month): Weathers, Litz, Keane, Palmieri, Marx & Schnurr 2013, National Center for PTSD. Range
 * 0-80. No severity bands are empirically founded, so there are none; only the cut line is drawn. LOINC codes
 * stand only where verified (three items, panel, total).
 */
export const pcl5: Definition<'pcl-5'> = {
  id: 'pcl-5',
  version: '1',
  name: 'PCL-5',
  title: 'PTSD Checklist for DSM-5',
  measures: 'post-traumatic stress',
  patientName: 'Stress after a very hard experience',
  reportedBy: 'patient',
  recall: { text: 'the past month', days: 30 },
  instructions:
    'Below is a list of problems that people sometimes have in response to a very stressful experience. Please read each problem carefully and then choose one of the answers to indicate how much you have been bothered by that problem in the past month.',
  stem: 'In the past month, how much were you bothered by:',
  items: [
    {
      number: 1,
      cluster: 'B',
      text: 'Repeated, disturbing, and unwanted memories of the stressful experience?',
    },
    { number: 2, cluster: 'B', text: 'Repeated, disturbing dreams of the stressful experience?' },
    {
      number: 3,
      cluster: 'B',
      text: 'Suddenly feeling or acting as if the stressful experience were actually happening again (as if you were actually back there reliving it)?',
    },
    {
      number: 4,
      cluster: 'B',
      text: 'Feeling very upset when something reminded you of the stressful experience?',
    },
    {
      number: 5,
      cluster: 'B',
      text: 'Having strong physical reactions when something reminded you of the stressful experience (for example, heart pounding, trouble breathing, sweating)?',
    },
    {
      number: 6,
      cluster: 'C',
      text: 'Avoiding memories, thoughts, or feelings related to the stressful experience?',
    },
    {
      number: 7,
      cluster: 'C',
      text: 'Avoiding external reminders of the stressful experience (for example, people, places, conversations, activities, objects, or situations)?',
    },
    {
      number: 8,
      cluster: 'D',
      text: 'Trouble remembering important parts of the stressful experience?',
    },
    {
      number: 9,
      cluster: 'D',
      text: 'Having strong negative beliefs about yourself, other people, or the world (for example, having thoughts such as: I am bad, there is something seriously wrong with me, no one can be trusted, the world is completely dangerous)?',
      loinc: '101699-7',
    },
    {
      number: 10,
      cluster: 'D',
      text: 'Blaming yourself or someone else for the stressful experience or what happened after it?',
    },
    {
      number: 11,
      cluster: 'D',
      text: 'Having strong negative feelings such as fear, horror, anger, guilt, or shame?',
    },
    { number: 12, cluster: 'D', text: 'Loss of interest in activities that you used to enjoy?' },
    { number: 13, cluster: 'D', text: 'Feeling distant or cut off from other people?' },
    {
      number: 14,
      cluster: 'D',
      text: 'Trouble experiencing positive feelings (for example, being unable to feel happiness or have loving feelings for people close to you)?',
    },
    { number: 15, cluster: 'E', text: 'Irritable behavior, angry outbursts, or acting aggressively?' },
    {
      number: 16,
      cluster: 'E',
      text: 'Taking too many risks or doing things that could cause you harm?',
      loinc: '101702-9',
    },
    { number: 17, cluster: 'E', text: 'Being "superalert" or watchful or on guard?', loinc: '101715-1' },
    { number: 18, cluster: 'E', text: 'Feeling jumpy or easily startled?' },
    { number: 19, cluster: 'E', text: 'Having difficulty concentrating?' },
    { number: 20, cluster: 'E', text: 'Trouble falling or staying asleep?' },
  ],
  options: [
    { value: 0, label: 'Not at all' },
    { value: 1, label: 'A little bit' },
    { value: 2, label: 'Moderately' },
    { value: 3, label: 'Quite a bit' },
    { value: 4, label: 'Extremely' },
  ],
  extraItems: [],
  itemCount: 20,
  itemMaximum: 4,
  range: { min: 0, max: 80 },
  bands: [],
  bandSource: null,
  cutOffs: [
    {
      id: 'provisional-ptsd',
      value: 33,
      label: 'Provisional PTSD, the most used cut-off',
      source: 'National Center for PTSD; Bovin 2016, Psychol Assess 28:1379 (31 to 33)',
    },
    {
      id: 'provisional-ptsd-lowest',
      value: 31,
      label: 'Provisional PTSD, the lowest cut-off in use',
      source: 'National Center for PTSD; Bovin 2016, Psychol Assess 28:1379 (31 to 33)',
    },
  ],
  // Ours: a cluster bears one missing item, but avoidance has only two items and needs both.
  clusters: [
    { id: 'B', label: 'B: intrusion', items: [1, 2, 3, 4, 5], maximum: 20, minimumAnswered: 4 },
    { id: 'C', label: 'C: avoidance', items: [6, 7], maximum: 8, minimumAnswered: 2 },
    {
      id: 'D',
      label: 'D: negative changes in thinking and mood',
      items: [8, 9, 10, 11, 12, 13, 14],
      maximum: 28,
      minimumAnswered: 6,
    },
    {
      id: 'E',
      label: 'E: arousal and reactivity',
      items: [15, 16, 17, 18, 19, 20],
      maximum: 24,
      minimumAnswered: 5,
    },
  ],
  // Ours: the National Center for PTSD gives no rule that was found.
  minimumAnswered: 18,
  requiredItems: [],
  loinc: { panel: '101697-1', total: '101698-9' },
  attribution:
    'Weathers FW, Litz BT, Keane TM, Palmieri PA, Marx BP, Schnurr PP (2013). The PTSD Checklist for DSM-5 (PCL-5). Scale available from the National Center for PTSD at www.ptsd.va.gov.',
  licence: 'Public domain: work of the United States government.',
  totalOnly: false,
  scored: true,
  higherIsWorse: true,
};
