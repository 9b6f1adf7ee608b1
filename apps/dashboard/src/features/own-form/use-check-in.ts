import type { OwnForm } from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { newIdempotencyKey } from '../../api/client';
import { useCurrentClinic } from '../../api/current-clinic';
import { shownForm, takeUp, type Outbox } from '../../api/outbox';
import { beginOwnForm, ownOverviewQuery } from '../../api/own-record';
import { UnreachableError } from '../../api/problem-error';
import { useOwnOutbox } from '../../api/use-own-outbox';
import type { FormShown } from './form-steps';

type Instrument = OwnForm['instrument'];

/**
 * What is asked of a patient now, each form as far as it was answered: what waits on this device is sent first, and
 * without a network what this device knows of the check-in is enough to go on.
 */
export function useCheckIn(only: Instrument | null) {
  const { slug } = useCurrentClinic();
  const client = useQueryClient();
  const { own, view } = useOwnOutbox();
  const opening = useQuery({
    queryKey: ['clinic', slug, 'check-in', only ?? 'all'],
    queryFn: async () => {
      await own.open();
      await own.flush();
      try {
        const overview = await client.query({ ...ownOverviewQuery(slug), staleTime: 0 });
        const due = overview.due.filter(({ instrument }) => only === null || instrument === only);
        // One that was begun before, here or elsewhere, is taken up with its answers.
        const begun = await Promise.all(
          due.flatMap(({ instrument, formId }) =>
            formId === null ? [] : [beginOwnForm(slug, instrument, newIdempotencyKey())],
          ),
        );
        await own.change((outbox, moment) => ({
          ...begun.reduce((known, form) => takeUp(known, form.instrument, moment, form), outbox),
          asked: overview.due,
          session: overview.lastSession,
        }));
      } catch (error) {
        if (!(error instanceof UnreachableError) || own.current().outbox.asked.length === 0) throw error;
      }
      return { instruments: instrumentsOf(own.current().outbox, only) };
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const instruments = opening.data?.instruments ?? [];
  return { own, view, opening, forms: instruments.map((instrument) => formOf(view.outbox, instrument)) };
}

function instrumentsOf(outbox: Outbox, only: Instrument | null): readonly Instrument[] {
  if (only !== null) return [only];
  // What is in hand and was handed in elsewhere, or is due no more, is not asked again.
  return outbox.asked.map(({ instrument }) => instrument);
}

/** A form in hand, or one that was not begun yet. */
function formOf(outbox: Outbox, instrument: Instrument): FormShown & { readonly showCrisisPage: boolean } {
  const inHand = outbox.forms.find(({ form }) => form.instrument === instrument);
  if (inHand !== undefined) return shownForm(inHand);
  return {
    instrument,
    answers: Array.from({ length: getInstrument(instrument).itemCount }, () => null),
    seen: 0,
    difficulty: null,
    showCrisisPage: false,
  };
}
