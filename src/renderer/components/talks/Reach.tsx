import { Button, CopyButton, Kbd, Select } from '@mantine/core'
import type { CallSheet } from '../../../main/core/worklist/worklist.contract.ts'
import { useT } from '../../app/i18n.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { AnchorLink } from '../links.tsx'
import classes from './talks.module.css'
import { clockOf, type Timer } from './useTimer.ts'

type Contact = CallSheet['contacts'][number]
type Props = {
  sheet: CallSheet
  /** Place of the contact talked to. */
  place: number
  onPlace: (place: number) => void
  timer: Timer
}

const nameOf = ({ name, role }: Contact): string => [name, role].filter(Boolean).join(', ')

/** Whom to call, the number to copy, and the clock of the call. */
export const Reach = ({ sheet: { contacts, customerId }, place, onPlace, timer }: Props) => {
  const t = useT()
  const contact = contacts[place]
  useShortcuts([{ key: 't', label: t('talks:timer.key'), run: timer.toggle }])
  return (
    <div className={classes.reach}>
      {contact ? (
        <>
          {contacts.length > 1 ? (
            <Select
              size="xs"
              className={classes.who}
              allowDeselect={false}
              aria-label={t('talks:record.talkedTo')}
              data={contacts.map((one, at) => ({ value: String(at), label: nameOf(one) }))}
              value={String(place)}
              onChange={(value) => onPlace(Number(value ?? 0))}
            />
          ) : (
            <span className={classes.who}>{nameOf(contact)}</span>
          )}
          <div className={classes.line}>
            <span className={contact.phone ? classes.phone : classes.dim}>
              {contact.phone || t('talks:reach.noPhone')}
            </span>
            {contact.phone !== '' && (
              <CopyButton value={contact.phone}>
                {({ copied, copy }) => (
                  <Button size="compact-sm" variant="default" onClick={copy}>
                    {t(copied ? 'talks:reach.copied' : 'talks:reach.copy')}
                  </Button>
                )}
              </CopyButton>
            )}
          </div>
        </>
      ) : (
        <div className={classes.line}>
          <span>{t('talks:reach.noContact')}</span>
          <AnchorLink size="sm" to="/customers/$id" params={{ id: customerId }} search={{ tab: 'file' }}>
            {t('talks:reach.addContact')}
          </AnchorLink>
        </div>
      )}
      <div className={classes.line}>
        <span className={timer.seconds === null ? classes.dim : undefined}>
          {t('talks:timer.running', { time: clockOf(timer.seconds ?? 0) })}
        </span>
        <Button size="compact-sm" variant="default" onClick={timer.toggle} rightSection={<Kbd size="xs">t</Kbd>}>
          {t(timer.running ? 'talks:timer.stop' : 'talks:timer.start')}
        </Button>
      </div>
    </div>
  )
}
