import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { completionQuery } from '../api/completion';
import { useCurrentClinic } from '../api/current-clinic';
import { CompletionTables } from '../features/completion/completion-tables';
import { DateField } from '../ui/fields/date-field';
import { FieldRow } from '../ui/fields/form';
import { Loaded } from '../ui/loaded';
import { Page, PageHeader } from '../ui/page';
import { RowsSkeleton } from '../ui/skeletons';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the questions reach people, and what they cost them; the period is in the address. */
export function CompletionPage() {
  const { slug } = useCurrentClinic();
  const [search, setSearch] = useSearchParams();
  const [from, to] = [search.get('from') ?? '', search.get('to') ?? ''];
  const query = useQuery(
    completionQuery(slug, { ...(DAY.test(from) && { from }), ...(DAY.test(to) && { to }) }),
  );
  const choose = (name: 'from' | 'to', day: string) =>
    setSearch(
      (now) => {
        if (day === '') now.delete(name);
        else now.set(name, day);
        return now;
      },
      { replace: true },
    );
  return (
    <Page>
      <PageHeader
        title="Completion of check-ins"
        actions={
          <>
            <Button component={Link} variant="default" to={`/c/${slug}/check-in-template`}>
              Check-in plan
            </Button>
            <Button component={Link} variant="default" to={`/c/${slug}/outcomes`}>
              Outcomes
            </Button>
          </>
        }
      />
      <FieldRow>
        <DateField
          label="Due from"
          value={from === '' ? (query.data?.from ?? '') : from}
          onChange={(event) => choose('from', event.currentTarget.value)}
        />
        <DateField
          label="to"
          value={to === '' ? (query.data?.to ?? '') : to}
          onChange={(event) => choose('to', event.currentTarget.value)}
        />
      </FieldRow>
      <Loaded query={query} skeleton={<RowsSkeleton rows={10} />}>
        {(completion) => <CompletionTables completion={completion} />}
      </Loaded>
    </Page>
  );
}
