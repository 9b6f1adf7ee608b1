import { Link } from 'react-router';
import { OuterPage } from '../ui/outer-page';
import { Page, PageHeader } from '../ui/page';

const title = 'There is nothing at this address';

function Words() {
  return (
    <>
      <p>It may have been mistyped, or it leads to a clinic or a patient that is not yours to see.</p>
      <p>
        <Link to="/">Go to the first page</Link>
      </p>
    </>
  );
}

export function NotFound() {
  return (
    <OuterPage title={title}>
      <Words />
    </OuterPage>
  );
}

/** As `NotFound`, under the bar of a clinic. */
export function ClinicNotFound() {
  return (
    <Page narrow>
      <PageHeader title={title} />
      <Words />
    </Page>
  );
}
