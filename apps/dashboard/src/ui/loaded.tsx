import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from './states';

interface LoadedProps<Data> {
  readonly query: UseQueryResult<Data>;
  /** Of the true size of what is coming. */
  readonly skeleton: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** The states of a read: its skeleton, its error with a way on, or what it brought. */
export function Loaded<Data>({ query, skeleton, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return skeleton;
}
