import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCurrentClinic } from '../api/current-clinic';
import { meQuery } from '../api/sign-in';
import { useSignOut } from '../features/sign-in/sign-out';
import { DisclosureMenu, MenuButton, MenuGroup, MenuLink, MenuRadio } from '../ui/disclosure-menu';
import styles from './account-menu.module.css';
import type { Destination } from './navigation';

interface AccountMenuProps {
  /** Shown in the menu where the bar has no room for them. */
  readonly destinations: readonly Destination[];
  readonly onShowKeys: () => void;
}

/** Who is signed in and where, and what concerns them rather than a patient. */
export function AccountMenu({ destinations, onShowKeys }: AccountMenuProps) {
  const clinic = useCurrentClinic();
  const otherClinics = (useQuery(meQuery()).data?.clinics ?? []).filter(({ slug }) => slug !== clinic.slug);
  const leave = useSignOut();
  const whoAndWhere = `${clinic.personName} · ${clinic.name}`;
  return (
    <DisclosureMenu
      name="Menu"
      className={styles['account']}
      label={
        <>
          <span className={styles['who']}>{whoAndWhere}</span>
          <span className={styles['menuWord']}>Menu</span>
        </>
      }
    >
      <MenuGroup label={whoAndWhere} className={styles['compact']}>
        {destinations.map((destination) => (
          <MenuLink key={destination.path} to={`/c/${clinic.slug}/${destination.path}`}>
            {destination.label}
          </MenuLink>
        ))}
      </MenuGroup>
      {otherClinics.length > 0 && (
        <MenuGroup label="Change clinic">
          {otherClinics.map((other) => (
            <MenuLink key={other.slug} to={`/c/${other.slug}`}>
              {other.name}
            </MenuLink>
          ))}
        </MenuGroup>
      )}
      <ColourChoice />
      <MenuGroup label="Account">
        <MenuButton onPress={onShowKeys} className={styles['roomy']}>
          Keys <kbd aria-hidden>?</kbd>
        </MenuButton>
        {!clinic.byCheckIn && <MenuLink to={`/c/${clinic.slug}/password`}>Change password</MenuLink>}
        <MenuButton onPress={() => leave.mutate()} staysOpen>
          {leave.isError ? 'Not signed out: try again' : 'Sign out'}
        </MenuButton>
      </MenuGroup>
    </DisclosureMenu>
  );
}

const schemes: readonly { readonly value: MantineColorScheme; readonly label: string }[] = [
  { value: 'auto', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

function ColourChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <MenuGroup label="Colors">
      {schemes.map((scheme) => (
        <MenuRadio
          key={scheme.value}
          name="colours"
          checked={colorScheme === scheme.value}
          onChoose={() => setColorScheme(scheme.value)}
        >
          {scheme.label}
        </MenuRadio>
      ))}
    </MenuGroup>
  );
}
