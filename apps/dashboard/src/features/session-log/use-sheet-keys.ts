import { useEffect, useEffectEvent, type RefObject } from 'react';
import { focusField } from '../../ui/keyboard/field-focus';
import { useKeyHelp, useShortcut } from '../../ui/keyboard/use-shortcut';
import type { Sheet } from './use-sheet';

const group = 'This session';

/** The keys of the page: where to go, how to answer, how to sign. Each stands in the list that `?` shows. */
export function useSheetKeys(
  root: RefObject<HTMLElement | null>,
  { completion, goTo }: Sheet,
  sign: (() => void) | null,
): void {
  const go = (field: string) => () => {
    if (root.current !== null) focusField(root.current, field);
  };
  useShortcut({ keys: 'q', does: 'Questionnaires', group }, go('answers'));
  useShortcut({ keys: 'b', does: 'Blood pressure before the dose', group }, go('vitals/before/systolic'));
  useShortcut({ keys: 'w', does: 'Weight', group }, go('weight'));
  useShortcut({ keys: 'd', does: 'Dose', group }, go('dose'));
  useShortcut({ keys: 'v', does: 'Vitals', group }, go('vitals/at-40-minutes/systolic'));
  useShortcut({ keys: 'e', does: 'Side effects', group }, go('side-effects-asked'));
  useShortcut({ keys: 't', does: 'Note', group }, go('note'));
  useShortcut({ keys: 'm', does: 'What is missing first', group }, () => {
    const part = completion.gates[0] ?? completion.missing[0];
    if (part !== undefined) goTo(part);
  });
  useKeyHelp({ keys: '0…4', does: 'Answer and move on', group });
  useKeyHelp({ keys: '-', does: 'Declined, or not asked', group });
  useKeyHelp({ keys: 'Backspace', does: 'Back to the question before', group });
  useKeyHelp({ keys: 'Enter', does: 'Store the value, on to the next field', group });
  useKeyHelp({ keys: 'Esc', does: 'Put the value back as it was', group });
  useKeyHelp({ keys: 'Ctrl+Enter', does: sign === null ? 'Sign (clinicians)' : 'Sign', group });

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat)
      return;
    if (event.target instanceof Element && event.target.closest('[role="dialog"]') !== null) return;
    event.preventDefault();
    sign?.();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
