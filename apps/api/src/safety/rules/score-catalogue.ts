import type { RuleParameter } from '@courseline/contracts';
import type { RuleDefinition } from './rule-definition.js';

export const points = (standard: number, from: number, to: number): RuleParameter => ({
  name: 'points',
  words: 'A rise of at least',
  unit: 'points',
  standard,
  from,
  to,
});

const review =
  'Review within two working days: look at the trajectory, talk to the person, look at the plan.';

/** Rules about how the scores go. */
export const scoreRules: readonly RuleDefinition[] = [
  {
    id: 'phq-9-severe-rise',
    version: 'phq-9-severe-rise/1',
    title: 'PHQ-9 risen into the severe band',
    level: 'red',
    trigger:
      'PHQ-9 of {total} or more after a rise of {points} points or more from the baseline or the form before.',
    handling: 'The same day: reach the person and ask about safety.',
    source: 'Severe from 20: Kroenke et al. 2001, J Gen Intern Med 16:606; the rule is our own',
    parameters: [
      { name: 'total', words: 'A total of at least', unit: 'points', standard: 20, from: 15, to: 27 },
      points(6, 3, 15),
    ],
    mayBeOff: true,
  },
  {
    id: 'phq-9-rise',
    version: 'phq-9-rise/1',
    title: 'PHQ-9 risen',
    level: 'amber',
    trigger: 'PHQ-9 risen by {points} points or more from the baseline or from the form before.',
    handling: review,
    source:
      'Reliable change of 6: NHS Talking Therapies, after Richards & Borglin 2011, J Affect Disord 133:51. 8.4 % were worse after induction: McInnes et al. 2022, J Affect Disord 301:486. The alert is our own rule',
    parameters: [points(6, 3, 15)],
    mayBeOff: true,
  },
  {
    id: 'gad-7-rise',
    version: 'gad-7-rise/1',
    title: 'GAD-7 risen',
    level: 'amber',
    trigger: 'GAD-7 risen by {points} points or more from the baseline or from the form before.',
    handling: review,
    source:
      'Reliable change of 4: NHS Talking Therapies, after Richards & Borglin 2011, J Affect Disord 133:51. The alert is our own rule',
    parameters: [points(4, 2, 12)],
    mayBeOff: true,
  },
  {
    id: 'pcl-5-rise',
    version: 'pcl-5-rise/1',
    title: 'PCL-5 risen',
    level: 'amber',
    trigger: 'PCL-5 risen by {points} points or more from the baseline or from the form before.',
    handling: review,
    source: 'Our own rule, within the 10 to 15 points of Marx et al. 2022, Psychol Assess 34:197',
    parameters: [points(10, 5, 40)],
    mayBeOff: true,
  },
  {
    id: 'reliable-worsening',
    version: 'reliable-worsening/1',
    title: 'Worse than at best, beyond measurement error',
    level: 'amber',
    trigger:
      'The score comes to stand above the best of the course by more than measurement error explains (PHQ-9 {phq9}, GAD-7 {gad7}, PCL-5 {pcl5} points), in steps that none of the rules about a rise saw. Told once, when it happens.',
    handling: review,
    source:
      'Jacobson & Truax 1991, J Consult Clin Psychol 59:12; PHQ-9 and GAD-7: NHS Talking Therapies; PCL-5: Marx et al. 2022, Psychol Assess 34:197. The alert is our own rule',
    parameters: [
      { name: 'phq9', words: 'PHQ-9: a rise of at least', unit: 'points', standard: 6, from: 3, to: 15 },
      { name: 'gad7', words: 'GAD-7: a rise of at least', unit: 'points', standard: 4, from: 2, to: 12 },
      { name: 'pcl5', words: 'PCL-5: a rise of at least', unit: 'points', standard: 15, from: 5, to: 40 },
    ],
    mayBeOff: true,
  },
  {
    id: 'loss-of-response',
    version: 'loss-of-response/1',
    title: 'Response lost',
    level: 'amber',
    trigger:
      'After a confirmed response (two PHQ-9 in a row at least {percent} % below the baseline), the second in a row that is not. Told once, when it happens.',
    handling: 'Review within two working days: is it time for a further dose, or for another plan?',
    source:
      'Our own rule; confirmed by two visits as in ESCAPE-TRD (Reif et al. 2023, N Engl J Med 389:1298)',
    parameters: [
      {
        name: 'percent',
        words: 'A response is a fall of at least',
        unit: '% of the baseline',
        standard: 50,
        from: 30,
        to: 70,
      },
    ],
    mayBeOff: true,
  },
  {
    id: 'little-change',
    version: 'little-change/1',
    title: 'Little benefit after induction',
    level: 'amber',
    trigger:
      'PHQ-9 less than {percent} % below an eligible baseline (10 or more) after {sessions} doses. Once in a course.',
    handling:
      'Talk about what comes next before hope is lost: people without a response can become more hopeless and more suicidal.',
    source:
      'Psychiatric News 2024, appi.pn.2024.11.11.32 (Massachusetts General Hospital); the numbers are our own rule',
    parameters: [
      {
        name: 'percent',
        words: 'A fall of less than',
        unit: '% of the baseline',
        standard: 25,
        from: 5,
        to: 50,
      },
      { name: 'sessions', words: 'From this many doses on', unit: 'doses', standard: 6, from: 3, to: 12 },
    ],
    mayBeOff: true,
  },
];
