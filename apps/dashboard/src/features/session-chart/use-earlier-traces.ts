import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { earlierSessionsQuery } from '../../api/monitoring';
import { traceOfRecord } from '../../charts/session-trace';
import { useFormat } from '../../ui/format-context';
import type { EarlierTrace } from './session-figure';

/** The earlier sessions of the course to compare with; none until they are there. */
export function useEarlierTraces(clinic: string, session: string): readonly EarlierTrace[] {
  const format = useFormat();
  const { data } = useQuery(earlierSessionsQuery(clinic, session));
  return useMemo(
    () =>
      (data?.sessions ?? [])
        .map((each) => ({ label: format.day(each.onDate), trace: traceOfRecord(each) }))
        .filter(({ trace }) => trace.readings.length > 0),
    [data, format],
  );
}
