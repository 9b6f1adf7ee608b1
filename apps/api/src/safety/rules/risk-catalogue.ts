import { ITEM_9_RULE_VERSION } from '../item-9-rule.js';
import type { RuleDefinition } from './rule-definition.js';

const levelsAreOurs = 'the levels are our own rule';

/** Rules about self-harm: none of them can be switched off, and none has a number to change. */
export const riskRules: readonly RuleDefinition[] = [
  {
    id: 'item-9',
    version: ITEM_9_RULE_VERSION,
    title: 'Item 9 above 0',
    level: 'red',
    trigger:
      'PHQ-9 item 9 is answered with anything but "not at all", in a finished form or in one that is being filled in.',
    handling:
      'See the person in the same visit, or reach them at once when they answer from home. Record the C-SSRS level, whether the safety plan was reviewed, and what was decided, before the next dose. No session is signed until then.',
    source: `Simon et al. 2013, Psychiatr Serv 64:1195; ${levelsAreOurs}`,
    parameters: [],
    mayBeOff: false,
  },
  {
    id: 'item-9-declined',
    version: ITEM_9_RULE_VERSION,
    title: 'Item 9 skipped or declined',
    level: 'amber',
    trigger: 'PHQ-9 item 9 is skipped or declined.',
    handling: 'Ask in person, and record what was said.',
    source: 'Our own rule',
    parameters: [],
    mayBeOff: false,
  },
  {
    id: 'item-9-rise',
    version: 'item-9-rise/1',
    title: 'Item 9 higher than last time',
    level: 'amber',
    trigger:
      'PHQ-9 item 9 is at least one step higher than in the form before: red when answered from home, amber in the clinic.',
    handling: 'As for item 9 above 0. What is recorded there resolves this alert of the same form as well.',
    source: 'Our own rule',
    parameters: [],
    mayBeOff: false,
  },
  {
    id: 'suicidal-ideation-reported',
    version: 'suicidal-ideation-reported/1',
    title: 'New thoughts of suicide reported as a side effect',
    level: 'red',
    trigger: 'New suicidal ideation is reported as a side effect, by the patient or by staff.',
    handling: 'Reach the person at once, as for item 9.',
    source: 'Boxed warning of the Spravato labelling; the level is our own rule',
    parameters: [],
    mayBeOff: false,
  },
];
