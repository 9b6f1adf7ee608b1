import { findInstrument } from '@courseline/instruments';
import { findSideEffectTerm, severityWords } from '@courseline/treatment';
import type { Format } from '../../ui/format-context';
import type { DraftValue } from './draft-queue';
import { rowLabel } from './vitals-rows';

const plain: Readonly<Record<string, string>> = {
  state: 'stopped early',
  'state-reason': 'why it was stopped',
  'started-at': 'start of the dose',
  'ended-at': 'discharge',
  weight: 'weight',
  dose: 'dose given',
  'dose-reason': 'reason for the dose',
  'pressure-reason': 'reason for treating at this blood pressure',
  'infusion-minutes': 'minutes of infusion',
  'route-details': 'details of the dose',
  concomitant: 'other medicines',
  'side-effects-asked': 'side effects asked',
  note: 'note',
};

const readings: Readonly<Record<string, string>> = {
  at: 'time',
  systolic: 'upper blood pressure',
  diastolic: 'lower blood pressure',
  pulse: 'pulse',
  spo2: 'SpO₂',
  'respiratory-rate': 'respiratory rate',
  sedation: 'sedation',
  dissociation: 'dissociation',
};

/** A field of the draft as people call it: "pulse, end", "PHQ-9 item 3". */
export function fieldWords(path: string): string {
  const [first = '', second = '', third = ''] = path.split('/');
  switch (first) {
    case 'answers': {
      const name = findInstrument(second)?.name ?? second;
      return /^\d+$/.test(third) ? `${name} item ${third}` : `${name} ${third}`;
    }
    case 'vitals':
      return `${readings[third] ?? third}, ${rowLabel(second).toLowerCase()}`;
    case 'side-effects':
      return findSideEffectTerm(second)?.label.toLowerCase() ?? second;
    default:
      return plain[first] ?? first;
  }
}

/** A value of the draft in a few words; "nothing" for one that was taken out. */
export function valueWords(path: string, value: DraftValue, format: Format): string {
  if (value === null) return path.startsWith('answers/') ? 'declined' : 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return isMoment(path) ? format.time(value) : value;
  if (Array.isArray(value)) return value.map((each) => valueWords(path, each, format)).join(', ');
  return objectWords(path, value, format);
}

function isMoment(path: string): boolean {
  return path === 'started-at' || path === 'ended-at' || path.endsWith('/at');
}

function objectWords(path: string, value: Readonly<Record<string, DraftValue>>, format: Format): string {
  const { givenMg, value: weight, unit, severity } = value;
  if (typeof givenMg === 'number') return `${givenMg} mg`;
  if (typeof weight === 'number' && typeof unit === 'string') return `${weight} ${unit}`;
  if (typeof severity === 'number') return severityWords[severity] ?? String(severity);
  if (path === 'concomitant') {
    const yes = Object.entries(value).flatMap(([name, answer]) =>
      answer === true ? [name] : typeof answer === 'string' ? [answer] : [],
    );
    return yes.length === 0 ? 'none' : yes.join(', ');
  }
  return Object.entries(value)
    .map(([name, each]) => `${name} ${valueWords(name, each, format)}`)
    .join(', ');
}
