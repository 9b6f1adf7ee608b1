import { Menu, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { useCurrentClinic } from '../api/current-clinic';
import { meQuery, signOut } from '../api/sign-in';
import type { Destination } from './navigation';
import styles from './shell.module.css';

interface AccountMenuProps {
  /** Shown in the menu where the bar has no room for them. */
  readonly destinations: readonly Destination[];
  readonly onShowKeys: () => void;
}

const schemes: readonly { readonly value: MantineColorScheme; readonly label: string }[] = [
  { value: 'auto', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** Who is signed in and where, and what concerns them rather than a patient. */
export function AccountMenu({ destinations, onShowKeys }: AccountMenuProps) {
  const clinic = useCurrentClinic();
  const otherClinics = (useQuery(meQuery()).data?.clinics ?? []).filter(({ slug }) => slug !== clinic.slug);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = useSignOut();
  return (
    <Menu>
      <Menu.Target>
        <UnstyledButton className={styles['account'] ?? ''}>
          <span className={styles['wide']}>
            {clinic.personName} · {clinic.name}
          </span>
          <span className={styles['compact']}>Menu</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles['compact']}>
          <Menu.Label>
            {clinic.personName} · {clinic.name}
          </Menu.Label>
          {destinations.map((destination) => (
            <Menu.Item key={destination.path} component={Link} to={`/c/${clinic.slug}/${destination.path}`}>
              {destination.label}
            </Menu.Item>
          ))}
          <Menu.Divider />
        </div>
        {otherClinics.length > 0 && (
          <>
            <Menu.Label>Change clinic</Menu.Label>
            {otherClinics.map((other) => (
              <Menu.Item key={other.slug} component={Link} to={`/c/${other.slug}`}>
                {other.name}
              </Menu.Item>
            ))}
            <Menu.Divider />
          </>
        )}
        <Menu.Label>Colours</Menu.Label>
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme.value}
            role="menuitemradio"
            aria-checked={colorScheme === scheme.value}
            closeMenuOnClick={false}
            onClick={() => setColorScheme(scheme.value)}
            rightSection={colorScheme === scheme.value ? <span aria-hidden>chosen</span> : undefined}
          >
            {scheme.label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={onShowKeys} rightSection={<kbd>?</kbd>} className={styles['wide'] ?? ''}>
          Keys
        </Menu.Item>
        <Menu.Item component={Link} to={`/c/${clinic.slug}/password`}>
          Change password
        </Menu.Item>
        <Menu.Item onClick={() => leave.mutate()}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useSignOut() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      await navigate('/sign-in');
      // Nothing of a patient stays in memory for whoever comes next.
      queryClient.clear();
    },
  });
}
