import { ActionIcon, Button, Group, Kbd, Popover, Stack, UnstyledButton } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar, IconChevronRight, IconKeyboard, IconSearch } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import type { Day } from '../../../main/core/kernel/day.ts'
import { refetchAll } from '../../api/queries.ts'
import { calendarLabels } from '../../components/calendarLabels.ts'
import { useFormat } from '../format.ts'
import { useT } from '../i18n.ts'
import { navEntries } from '../navigation.ts'
import { usePageTitle } from '../pageTitle.ts'
import { AccountMenu } from '../people/AccountMenu.tsx'
import { machineDay, setWorkingDay, useWorkingDay } from '../workingDay.ts'
import { palette } from './paletteStore.ts'
import classes from './Shell.module.css'

export const Header = ({ onHelp }: { onHelp: () => void }) => {
  const t = useT()
  return (
    <header className={classes.header}>
      <Breadcrumb />
      <Group gap={8} wrap="nowrap">
        <UnstyledButton className={classes.find} onClick={palette.open}>
          <IconSearch size={15} aria-hidden />
          <span>{t('common:header.search')}</span>
          <Kbd size="xs">Ctrl K</Kbd>
        </UnstyledButton>
        <WorkingDay />
        <AccountMenu />
        <ActionIcon size={32} onClick={onHelp} aria-label={t('common:header.help')}>
          <IconKeyboard size={18} stroke={1.6} />
        </ActionIcon>
      </Group>
    </header>
  )
}

const Breadcrumb = () => {
  const t = useT()
  const title = usePageTitle()
  const { pathname } = useLocation()
  const section = navEntries.find(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
  const sectionName = section && t(section.labelKey)
  return (
    <nav aria-label={t('common:header.breadcrumb')}>
      <ol className={classes.crumbs}>
        {section && title !== sectionName && (
          <li>
            <Link to={section.to}>{sectionName}</Link>
            <IconChevronRight size={14} aria-hidden />
          </li>
        )}
        <li aria-current="page">{title || sectionName}</li>
      </ol>
    </nav>
  )
}

/** The day the user works on: everything is read and written as of it. */
const WorkingDay = () => {
  const t = useT()
  const format = useFormat()
  const day = useWorkingDay()
  const today = machineDay()
  const [opened, setOpened] = useState(false)
  const choose = (chosen: Day | null) => {
    setWorkingDay(chosen)
    setOpened(false)
    refetchAll()
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          c={day === today ? undefined : 'var(--late)'}
          className={classes.dayButton}
          data-other-day={day !== today || undefined}
          leftSection={<IconCalendar size={16} aria-hidden />}
          px={10}
          aria-label={`${t('common:header.workingDay')} ${format.day(day)}`}
          onClick={() => setOpened((open) => !open)}
        >
          {format.day(day)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {day !== today && <span>{t('common:header.notToday')}</span>}
          <DatePicker
            {...calendarLabels(t)}
            value={day}
            defaultDate={day}
            onChange={(chosen) => chosen && choose(String(chosen).slice(0, 10))}
          />
          <Button variant="default" onClick={() => choose(null)}>
            {t('common:header.today')} · {format.day(today)}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
