import { Group, Stack, Text, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useLanguage, useT } from '../../app/i18n.ts'
import { setPageTitle } from '../../app/pageTitle.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Appearance } from './Appearance.tsx'
import { Choices } from './Choices.tsx'
import { CompanyForm } from './CompanyForm.tsx'
import { DamagedBook } from './DamagedBook.tsx'
import { damagedOf } from './damagedOf.ts'
import { Failures } from './Failures.tsx'
import { LostBook } from './LostBook.tsx'
import { OtherBook } from './OtherBook.tsx'
import { PassphraseQuestion } from './PassphraseQuestion.tsx'
import { questionOf } from './questionOf.ts'
import { RecentBooks } from './RecentBooks.tsx'
import classes from './start.module.css'
import { useOpening } from './useOpening.ts'

const route = getRouteApi('/')

/** The first screen: three ways to begin, and the books there are. */
export const StartPage = () => {
  const t = useT()
  const language = useLanguage()
  const { open: asked, create } = route.useSearch()
  const [file, setFile] = useState<File | null>(null)
  const [creating, setCreating] = useState(create !== undefined)
  const [lost, setLost] = useState<string | null>(null)
  const opening = useOpening()
  const { mutate: open } = opening.open
  useEffect(() => setPageTitle(''), [])
  useEffect(() => {
    if (asked) open({ path: asked })
  }, [asked, open])

  if (creating) {
    const leave = () => {
      setCreating(false)
      setFile(null)
    }
    return (
      <main className={classes.page}>
        <CompanyForm file={file} path={create} onCancel={leave} />
      </main>
    )
  }
  const locked = questionOf(opening.open)
  if (locked)
    return (
      <main className={classes.page}>
        <Group justify="flex-end">
          <Appearance />
        </Group>
        <PassphraseQuestion
          path={locked}
          error={opening.open.error}
          opening={opening.open.isPending}
          onOpen={(passphrase) => open({ path: locked, passphrase })}
          onCancel={opening.open.reset}
        />
      </main>
    )
  const damaged = damagedOf(opening.open)
  return (
    <main className={classes.page}>
      <header className={classes.head}>
        <Stack gap={0}>
          <Title order={1} className={classes.brand}>
            Encours
          </Title>
          <Text c="dimmed">{t('start:lead')}</Text>
        </Stack>
        <Appearance />
      </header>
      <Choices
        onCreate={() => setCreating(true)}
        onFile={(dropped) => {
          setFile(dropped)
          setCreating(true)
        }}
        onDemo={() => opening.demo.mutate({ language })}
        makingDemo={opening.demo.isPending}
      />
      <Failures />
      {lost && <LostBook path={lost} onClose={() => setLost(null)} />}
      {damaged ? (
        <DamagedBook
          path={damaged}
          reading={opening.open.isPending}
          onRead={() => open({ ...opening.open.variables, path: damaged, damaged: true })}
          onClose={opening.open.reset}
        />
      ) : (
        <ErrorNote error={opening.demo.error ?? opening.open.error} />
      )}
      <RecentBooks
        onOpen={(path) => open({ path })}
        opening={opening.open.isPending ? opening.open.variables.path : null}
        onLost={setLost}
      />
      <OtherBook onOpen={(path) => open({ path })} opening={opening.open.isPending} />
    </main>
  )
}
