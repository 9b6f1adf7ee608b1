import { mailboxSchema } from '@courseline/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from './client';

/** What the demo clinics sent; looked at again every few seconds, because letters go out on their own. */
export const mailboxQuery = () =>
  queryOptions({
    queryKey: ['mailbox'],
    queryFn: ({ signal }) => request('GET', '/mailbox', { schema: mailboxSchema, signal }),
    refetchInterval: 2_000,
    retry: false,
  });
