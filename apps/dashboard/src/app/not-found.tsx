import { Link } from 'react-router';
import { OuterPage } from '../ui/outer-page';

export function NotFound() {
  return (
    <OuterPage title="There is nothing at this address">
      <p>
        It may have been mistyped, or it leads to a clinic or a patient that is not yours to see. Your
        colleagues’ links work when you are signed in with the same rights.
      </p>
      <p>
        <Link to="/">Go to the first page</Link>
      </p>
    </OuterPage>
  );
}
