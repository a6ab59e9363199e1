import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { BackupNotices } from '../../components/backups/BackupNotices.tsx'
import { topicOf } from '../../features/help/help.topics.ts'
import { useT } from '../i18n.ts'
import { focusSearch, useShortcutKeys, walkList } from '../shortcuts.ts'
import { BreakBanner } from './BreakBanner.tsx'
import { Header } from './Header.tsx'
import { Navigation } from './Navigation.tsx'
import { Palette } from './Palette.tsx'
import classes from './Shell.module.css'
import { ShortcutHelp } from './ShortcutHelp.tsx'
import { StatusBar } from './StatusBar.tsx'
import { sidePlaceId } from './sidePlace.ts'

/** The frame around every screen of an open book. */
export const Shell = () => {
  const t = useT()
  const [help, setHelp] = useState(false)
  const navigate = useNavigate()
  const path = useRouterState({ select: (state) => state.location.pathname })
  useShortcutKeys([
    { key: '?', label: t('common:shortcuts.help'), run: () => setHelp(true) },
    { key: 'F1', label: t('help:shortcut'), run: () => navigate({ to: '/help', search: { topic: topicOf(path) } }) },
    { key: '/', label: t('common:shortcuts.search'), run: focusSearch },
    ...['j', 'k', 'ArrowDown', 'ArrowUp'].map((key) => ({
      key,
      label: t('common:shortcuts.walk'),
      run: () => walkList(key),
    })),
  ])
  return (
    <div className={classes.shell}>
      <Navigation />
      <Header onHelp={() => setHelp(true)} />
      <main className={classes.screen}>
        <BackupNotices />
        <BreakBanner />
        <Outlet />
      </main>
      <div id={sidePlaceId} className={classes.side} />
      <StatusBar />
      <Palette />
      <ShortcutHelp opened={help} onClose={() => setHelp(false)} />
    </div>
  )
}
