import { linkToken, type Link as OneTimeLink, type RedeemedLink } from '@courseline/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from 'react-router';
import { isProblem } from '../api/problem-error';
import { linkQuery } from '../api/sign-in';
import { FirstRunForm } from '../features/clinics/first-run-form';
import { RedeemAsKnown, RedeemWithPassword } from '../features/sign-in/redeem-form';
import { StartCheckIn } from '../features/sign-in/start-check-in';
import { Loaded } from '../ui/loaded';
import { OuterPage } from '../ui/outer-page';
import { LinesSkeleton } from '../ui/skeletons';

/** `/link#token`: what a one-time link is for, and using it. The fragment of an address never leaves the browser. */
export function LinkPage() {
  const token = useLocation().hash.slice(1);
  return linkToken().safeParse(token).success ? <TokenPage token={token} /> : <SpentLink />;
}

function TokenPage({ token }: { readonly token: string }) {
  const link = useQuery(linkQuery(token));
  if (isProblem(link.error, 'link-not-valid', 'not-found')) return <SpentLink />;
  if (link.data === undefined) {
    return (
      <OuterPage title="Your link">
        <Loaded query={link} skeleton={<LinesSkeleton lines={4} />}>
          {() => null}
        </Loaded>
      </OuterPage>
    );
  }
  return <OpenLink link={link.data} token={token} />;
}

function OpenLink({ link, token }: { readonly link: OneTimeLink; readonly token: string }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const goTo = (path: string) => {
    queryClient.clear();
    void navigate(path, { replace: true });
  };
  const onRedeemed = (redeemed: RedeemedLink) => {
    const home = redeemed.clinic === null ? '/' : `/c/${redeemed.clinic}`;
    const email = encodeURIComponent(redeemed.email ?? '');
    goTo(redeemed.signedIn ? home : `/sign-in?email=${email}&to=${encodeURIComponent(home)}`);
  };
  const clinic = link.clinicName ?? 'the clinic';
  switch (link.purpose) {
    case 'first-administrator':
      return (
        <OuterPage
          title="Set up your clinic"
          lead="A few minutes, and everything can be changed later except the clinic’s name in addresses."
          wide
        >
          <FirstRunForm token={token} onCreated={(slug) => goTo(`/c/${slug}/staff`)} />
        </OuterPage>
      );
    case 'invitation':
      return (
        <OuterPage
          title={`Join ${clinic}`}
          lead={
            link.name === null
              ? undefined
              : `Hello ${link.name}. You were invited to ${clinic} on Courseline.`
          }
        >
          {link.needsPassword ? (
            <RedeemWithPassword link={link} token={token} onRedeemed={onRedeemed} />
          ) : (
            <RedeemAsKnown link={link} token={token} onRedeemed={onRedeemed} />
          )}
        </OuterPage>
      );
    case 'check-in':
      return (
        <OuterPage title={`A few questions from ${clinic}`} lead="What is asked today, and nothing else.">
          <StartCheckIn
            token={token}
            onRedeemed={({ clinic: slug }) => goTo(`/c/${slug ?? ''}/me/questions`)}
          />
        </OuterPage>
      );
    case 'password-reset':
      return (
        <OuterPage
          title="Choose a new password"
          lead="Wherever you are signed in now, you will be signed out there."
        >
          <RedeemWithPassword link={link} token={token} onRedeemed={onRedeemed} />
        </OuterPage>
      );
  }
}

function SpentLink() {
  return (
    <OuterPage title="This link does not work">
      <p>
        It was used already, is too old, or was not copied whole. Links work once and for a short time. Ask
        whoever gave it to you for a new one.
      </p>
      <p>
        <Link to="/sign-in">Go to sign in</Link>
      </p>
    </OuterPage>
  );
}
