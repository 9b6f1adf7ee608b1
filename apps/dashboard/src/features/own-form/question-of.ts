import { getInstrument } from '@courseline/instruments';
import type { Step } from './form-steps';

/** A question in the instrument's own words. */
export function questionOf(instrument: string, step: Exclude<Step, { kind: 'hand-in' }>) {
  const definition = getInstrument(instrument);
  if (step.kind === 'difficulty') {
    const [extra] = definition.extraItems;
    return { lead: null, text: extra?.text ?? '', options: extra?.options ?? [] };
  }
  const item = definition.items[step.number - 1];
  return {
    lead: definition.stem,
    text: item?.text ?? '',
    options: definition.options,
    ...(item?.ends !== undefined && { ends: item.ends }),
  };
}
