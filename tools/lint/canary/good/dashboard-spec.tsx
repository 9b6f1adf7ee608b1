// apps/dashboard/src/pages/caseload-page.spec.tsx: -
import { renderPage } from '../testing/render-page';
import { CaseloadPage } from './caseload-page';

it('shows', () => expect([renderPage, CaseloadPage]).toBeDefined());
