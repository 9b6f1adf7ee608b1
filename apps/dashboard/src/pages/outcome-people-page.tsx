import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import type { CohortPeopleQuery, CohortPerson } from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import { findSideEffectTerm } from '@courseline/treatment';
import { cohortPeopleQuery } from '../api/cohort';
import { useCurrentClinic } from '../api/current-clinic';
import { cohortPeopleQueryOf } from '../features/cohort/cohort-address';
import { countWords, endpointTitles, filterWords } from '../features/cohort/cohort-words';
import { treatmentWords } from '../messages/clinical-words';
import { DataTable, type Column } from '../ui/data-table';
import { useFormat } from '../ui/format-context';
import { Loaded } from '../ui/loaded';
import { Notation } from '../ui/notation';
import { Page, PageHeader } from '../ui/page';
import { RowsSkeleton } from '../ui/skeletons';
import { EmptyState } from '../ui/states';

/** The people behind one number of the outcomes page. */
export function OutcomePeoplePage() {
  const { slug } = useCurrentClinic();
  const [search] = useSearchParams();
  const query = cohortPeopleQueryOf(search);
  if (query === null) {
    return (
      <Page>
        <PageHeader title="People behind a number" />
        <EmptyState title="This address names no number.">
          Open the people from a number on the <Link to={`/c/${slug}/outcomes`}>outcomes page</Link>.
        </EmptyState>
      </Page>
    );
  }
  return <People query={query} />;
}

function People({ query }: { readonly query: CohortPeopleQuery }) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const [search] = useSearchParams();
  const people = useQuery(cohortPeopleQuery(slug, query));
  const { count, part, endpoint, instrument } = query;
  const columns: [Column<CohortPerson>, ...Column<CohortPerson>[]] = [
    { id: 'name', header: 'Patient', cell: (person) => person.name },
    { id: 'mrn', header: 'Record', cell: (person) => person.mrn, card: 'hidden' },
    {
      id: 'treatment',
      header: 'Treatment',
      cell: (person) => treatmentWords({ ...person, agentName: null }),
    },
    {
      id: 'day-zero',
      header: 'Day 0',
      cell: (person) => (person.dayZero === null ? '' : format.day(person.dayZero)),
      card: 'hidden',
    },
    {
      id: 'score',
      header: getInstrument(instrument).name,
      card: 'end',
      cell: (person) =>
        person.last === null ? (
          <>{person.baseline ?? 'no score'}</>
        ) : (
          <Notation value={person.last} was={person.baseline} />
        ),
    },
  ];
  const what = count === 'sideEffect' ? sideEffectWords(query.code) : countWords[count];
  const title = part === 'without' ? `Not: ${what.toLowerCase()}` : what;
  return (
    <Page>
      <PageHeader
        title={people.data === undefined ? title : `${title}, ${coursesWords(people.data.people.length)}`}
        documentTitle={title}
        lead={
          <>
            {getInstrument(instrument).name}, {endpointTitles[endpoint].toLowerCase()}
            {filterWords(query, format.day).map((words) => `, ${words}`)}.{' '}
            <Link to={`/c/${slug}/outcomes?${search.toString()}`}>Back to the rates</Link>
          </>
        }
      />
      <Loaded query={people} skeleton={<RowsSkeleton rows={10} />}>
        {(data) =>
          data.people.length === 0 ? (
            <EmptyState title="Nobody is behind this number.">
              It counts none of the courses chosen.
            </EmptyState>
          ) : (
            <DataTable
              caption={coursesWords(data.people.length)}
              rows={data.people}
              rowKey={(person) => person.courseId}
              rowLink={(person) => `/c/${slug}/patients/${person.patientId}?course=${person.courseId}`}
              columns={columns}
            />
          )
        }
      </Loaded>
    </Page>
  );
}

function sideEffectWords(code = ''): string {
  return findSideEffectTerm(code)?.label ?? code;
}

function coursesWords(count: number): string {
  return count === 1 ? '1 course' : `${count} courses`;
}
