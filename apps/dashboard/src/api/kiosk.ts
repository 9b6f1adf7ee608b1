import {
  handOverOfferSchema,
  kioskReturnedSchema,
  kioskSavedSchema,
  kioskSchema,
  type Kiosk,
  type KioskAnswers,
  type KioskSaved,
} from '@courseline/contracts';
import { queryOptions } from '@tanstack/react-query';
import { pathOf, request } from './client';
import { isProblem } from './problem-error';

export const handOverOfferKey = (clinic: string, session: string) =>
  ['clinic', clinic, 'hand-over', session] as const;

/** Asked again and again: readings that stand in the way come and go while the page is open. */
export const handOverOfferQuery = (clinic: string, session: string) =>
  queryOptions({
    queryKey: handOverOfferKey(clinic, session),
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/sessions/${session}/hand-over`, {
        schema: handOverOfferSchema,
        signal,
      }),
    refetchInterval: 20_000,
  });

export const handOver = (clinic: string, session: string) =>
  request('POST', pathOf`/c/${clinic}/sessions/${session}/hand-over`, { schema: null });

export const decideLateForm = (
  clinic: string,
  session: string,
  form: string,
  keep: boolean,
  idempotencyKey: string,
) =>
  request('POST', pathOf`/c/${clinic}/sessions/${session}/hand-over/late-forms/${form}`, {
    body: { keep },
    idempotencyKey,
    schema: null,
  });

/** Null when this browser is no tablet in a patient's hands, or no more. */
export const kioskQuery = () =>
  queryOptions({
    queryKey: ['kiosk'],
    queryFn: async ({ signal }): Promise<Kiosk | null> => {
      try {
        return await request('GET', '/kiosk', { schema: kioskSchema, signal });
      } catch (error) {
        if (isProblem(error, 'not-signed-in')) return null;
        throw error;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

export const saveKioskForm = (instrument: string, body: KioskAnswers): Promise<KioskSaved> =>
  request('PUT', pathOf`/kiosk/forms/${instrument}`, { body, schema: kioskSavedSchema });

export const takeTabletBack = (password: string) =>
  request('POST', '/kiosk/return', { body: { password }, schema: kioskReturnedSchema });
