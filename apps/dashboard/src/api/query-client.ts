import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem, ProblemError, UnreachableError } from './problem-error';

const retries = 2;

function mayPass(error: Error): boolean {
  return error instanceof UnreachableError || isProblem(error, 'unavailable');
}

/**
 * Server state. What was read is shown at once and read again when the person comes back to it; reads that may
 * pass on a second try are tried again, writes never by themselves.
 */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: Error): void => {
    if (error instanceof ProblemError && error.code === 'not-signed-in') onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        // Without a network a read fails and says so; it would else wait without a word.
        networkMode: 'always',
        staleTime: 5_000,
        retry: (failures, error) => failures < retries && mayPass(error),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
