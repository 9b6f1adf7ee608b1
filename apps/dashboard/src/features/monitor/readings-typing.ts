import { diastolicRange, readingRanges, type Readings } from '@courseline/treatment';

export const typedKinds = ['systolic', 'diastolic', 'pulse', 'spo2', 'respiratory-rate'] as const;
export type TypedKind = (typeof typedKinds)[number];

export type TypedReadings = Readonly<Partial<Record<TypedKind, string>>>;

export const typedLabels: Readonly<Record<TypedKind, string>> = {
  systolic: 'Upper',
  diastolic: 'Lower',
  pulse: 'Pulse',
  spo2: 'SpO₂ %',
  'respiratory-rate': 'Breaths',
};

export function rangeOf(kind: TypedKind): { readonly from: number; readonly to: number } {
  if (kind === 'diastolic') return diastolicRange;
  return readingRanges[kind === 'systolic' ? 'blood-pressure' : kind];
}

/** No further digit would make it a value that can be: then the next field is meant. */
export function isWhole(kind: TypedKind, text: string): boolean {
  return /^\d+$/.test(text) && Number(text) * 10 > rangeOf(kind).to;
}

export function afterDigit(kind: TypedKind, text: string, digit: string): string {
  return isWhole(kind, text) ? digit : `${text}${digit}`.replace(/^0+(?=\d)/, '');
}

export function nextKind(kind: TypedKind): TypedKind {
  return typedKinds[(typedKinds.indexOf(kind) + 1) % typedKinds.length] ?? 'systolic';
}

/** What is wrong with what was typed, by field. */
export function typingProblems(typed: TypedReadings): Readonly<Partial<Record<TypedKind, string>>> {
  const problems: Partial<Record<TypedKind, string>> = {};
  for (const kind of typedKinds) {
    const text = typed[kind] ?? '';
    const { from, to } = rangeOf(kind);
    if (text !== '' && (Number(text) < from || Number(text) > to)) problems[kind] = `${from} to ${to}`;
  }
  const [upper, lower] = [typed.systolic ?? '', typed.diastolic ?? ''];
  if (upper !== '' && lower === '') problems.diastolic = 'missing';
  if (lower !== '' && upper === '') problems.systolic = 'missing';
  if (upper !== '' && lower !== '' && Number(lower) >= Number(upper))
    problems.diastolic ??= 'below the upper';
  return problems;
}

export function readTyped(typed: TypedReadings): Readings {
  return Object.fromEntries(
    typedKinds.flatMap((kind) => {
      const text = typed[kind] ?? '';
      return text === '' ? [] : [[kind, Number(text)]];
    }),
  );
}
