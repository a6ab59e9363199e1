import { Button, Kbd, Menu, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconKey, IconLock, IconLogout, IconUser } from '@tabler/icons-react'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { forgetReadData, readPeopleAgain } from '../../api/queries.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useT } from '../i18n.ts'
import { ChangePassword } from './ChangePassword.tsx'
import { type PeopleState, usePeople, useRoleName } from './usePeople.ts'

/** Who is signed in; nothing in a book without people. */
export const AccountMenu = () => {
  const me = usePeople()?.me
  return me ? <Account me={me} /> : null
}

const Account = ({ me }: { me: NonNullable<PeopleState['me']> }) => {
  const t = useT()
  const role = useRoleName()(me.role)
  const failed = useErrorToast()
  const [changing, setChanging] = useState(false)
  const lock = () => void client.people.lock({}).then(readPeopleAgain, failed)
  const signOut = async () => {
    await client.people.signOut({})
    await readPeopleAgain()
    // After the screens are gone, which would read it again.
    forgetReadData()
  }
  useHotkeys([['mod+alt+L', lock]], [])
  return (
    <>
      <Menu position="bottom-end" width={260} withinPortal returnFocus>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            px={10}
            maw={180}
            leftSection={<IconUser size={16} aria-hidden />}
            aria-label={t('people:menu.label', { name: me.name, role })}
          >
            <Text size="sm" truncate inherit>
              {me.name}
            </Text>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {role}
            <br />
            {t('people:menu.limits')}
          </Menu.Label>
          <Menu.Item
            leftSection={<IconLock size={16} aria-hidden />}
            rightSection={<Kbd size="xs">Ctrl Alt L</Kbd>}
            onClick={lock}
          >
            {t('people:menu.lock')}
          </Menu.Item>
          <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={() => setChanging(true)}>
            {t('people:menu.password')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut().catch(failed)}>
            {t('people:menu.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {changing && <ChangePassword onClose={() => setChanging(false)} />}
    </>
  )
}
