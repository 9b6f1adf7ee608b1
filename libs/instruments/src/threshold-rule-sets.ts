import type { PointsRule, ThresholdRuleSet } from './threshold.js';

const nhs = 'NHS Talking Therapies, as in BMC Psychiatry 2019, doi 10.1186/s12888-018-1987-1';
const cms159 = 'CMS159 Depression Remission at Twelve Months (2026)';
const marx = 'Marx 2022, Psychol Assess 34:197';
const mcinnes = 'McInnes 2022, J Affect Disord 301:486';
const hull = 'Hull 2022, J Affect Disord 314:59';

const phq9Worse: PointsRule = {
  id: 'phq-9-worse-6',
  points: 6,
  label: 'Rise of 6 points or more',
  citation: `Reliable change: ${nhs}`,
  ownRule: true,
};

const gad7Worse: PointsRule = {
  id: 'gad-7-worse-4',
  points: 4,
  label: 'Rise of 4 points or more',
  citation: `Reliable change: ${nhs}`,
  ownRule: true,
};

/** Newest version of an instrument first; older ones stay for results already stored. */
export const thresholdRuleSets: readonly ThresholdRuleSet[] = [
  {
    id: 'phq-9-thresholds-1',
    instrument: 'phq-9',
    effectiveFrom: '2026-01-01',
    caseCutOff: {
      standard: {
        id: 'phq-9-case-10',
        atLeast: 10,
        label: 'Case: 10 or more',
        citation: `${cms159}; ${nhs}`,
        ownRule: false,
      },
      alternatives: [],
    },
    response: {
      minimumFall: 0.5,
      citation: `HEDIS DRR-E; ${mcinnes}`,
      ownRule: false,
    },
    remission: { below: 5, citation: `${cms159}; ${mcinnes}`, ownRule: false },
    minimalImportantChange: {
      points: 5,
      upTo: null,
      citation: 'Löwe 2004, Med Care 42:1194',
      ownRule: false,
    },
    reliableChange: {
      standard: { id: 'phq-9-reliable-6', points: 6, label: '6 points', citation: nhs, ownRule: false },
      alternatives: [],
    },
    clinicallySignificantAtMost: { total: 9, citation: nhs, ownRule: false },
    deterioration: { alert: phq9Worse, report: phq9Worse },
  },
  {
    id: 'gad-7-thresholds-1',
    instrument: 'gad-7',
    effectiveFrom: '2026-01-01',
    caseCutOff: {
      standard: {
        id: 'gad-7-case-8',
        atLeast: 8,
        label: 'Case: 8 or more (NHS)',
        citation: nhs,
        ownRule: false,
      },
      alternatives: [
        {
          id: 'gad-7-case-10',
          atLeast: 10,
          label: 'Case: 10 or more (research)',
          citation: 'Spitzer 2006, Arch Intern Med 166:1092',
          ownRule: false,
        },
      ],
    },
    response: { minimumFall: 0.5, citation: hull, ownRule: false },
    remission: { below: 5, citation: hull, ownRule: false },
    minimalImportantChange: {
      points: 4,
      upTo: null,
      citation: 'Toussaint 2020, J Affect Disord 265:395',
      ownRule: false,
    },
    reliableChange: {
      standard: { id: 'gad-7-reliable-4', points: 4, label: '4 points', citation: nhs, ownRule: false },
      alternatives: [
        {
          id: 'gad-7-reliable-6',
          points: 6,
          label: '6 points (reliable change index 5.59)',
          citation: 'Bischoff 2020, Psychol Community Health 8:176',
          ownRule: false,
        },
      ],
    },
    clinicallySignificantAtMost: { total: 7, citation: nhs, ownRule: false },
    deterioration: { alert: gad7Worse, report: gad7Worse },
  },
  {
    id: 'pcl-5-thresholds-1',
    instrument: 'pcl-5',
    effectiveFrom: '2026-01-01',
    caseCutOff: {
      standard: {
        id: 'pcl-5-case-33',
        atLeast: 33,
        label: 'Case: 33 or more',
        citation: 'National Center for PTSD; Bovin 2016, Psychol Assess 28:1379',
        ownRule: false,
      },
      alternatives: [
        {
          id: 'pcl-5-case-31',
          atLeast: 31,
          label: 'Case: 31 or more',
          citation: 'National Center for PTSD; Bovin 2016, Psychol Assess 28:1379',
          ownRule: false,
        },
        {
          id: 'pcl-5-case-32',
          atLeast: 32,
          label: 'Case: 32 or more (NHS)',
          citation: 'NHS Talking Therapies Manual',
          ownRule: false,
        },
      ],
    },
    response: {
      minimumFall: 0.5,
      citation:
        'No standard for the PCL-5; taken over from PHQ-9 and GAD-7. Read it beside the changes in points.',
      ownRule: true,
    },
    remission: null,
    minimalImportantChange: {
      points: 9,
      upTo: 12,
      citation: 'Blanchard 2023, J Trauma Stress 36:1102',
      ownRule: false,
    },
    reliableChange: {
      standard: {
        id: 'pcl-5-reliable-15',
        points: 15,
        label: '15 points',
        citation: `${marx} (sample 1)`,
        ownRule: false,
      },
      alternatives: [
        {
          id: 'pcl-5-reliable-18',
          points: 18,
          label: '18 points',
          citation: `${marx} (sample 2)`,
          ownRule: false,
        },
        {
          id: 'pcl-5-reliable-10',
          points: 10,
          label: '10 points (NHS)',
          citation: 'NHS Talking Therapies Manual',
          ownRule: false,
        },
      ],
    },
    clinicallySignificantAtMost: { total: 28, citation: marx, ownRule: false },
    deterioration: {
      alert: {
        id: 'pcl-5-worse-10',
        points: 10,
        label: 'Rise of 10 points or more',
        citation: 'Ours: the lower end of published reliable change, so that staff look early',
        ownRule: true,
      },
      report: {
        id: 'pcl-5-worse-15',
        points: 15,
        label: 'Rise of 15 points or more',
        citation: `Reliable change: ${marx}`,
        ownRule: true,
      },
    },
  },
];
