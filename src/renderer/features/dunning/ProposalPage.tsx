import { Checkbox, Group } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useRef } from 'react'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { DunningTabs } from '../../components/DunningTabs.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import classes from './dunning.module.css'
import { IssueBar } from './IssueBar.tsx'
import { NothingLate } from './NothingLate.tsx'
import { ProblemsNote } from './ProblemsNote.tsx'
import { ProposalFigures } from './ProposalFigures.tsx'
import { ProposalList } from './ProposalList.tsx'
import { ProposalSide, type SideTab } from './ProposalSide.tsx'
import { groupByLevel, waitsForApproval } from './proposal.lines.ts'
import { useIssue } from './useIssue.ts'
import { useTicks } from './useTicks.ts'
import { WaitingItems } from './WaitingItems.tsx'

const route = getRouteApi('/book/dunning')

/** Lists beside the letters need room. */
const isWide = (side: SideTab | undefined) => side === 'skipped' || side === 'finished'

/** The workbench: letters proposed at the left, the page of one or what is left out at the right, the issue below. */
export const ProposalPage = () => {
  const t = useT()
  const today = useWorkingDay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const asOf = search.asOf ?? today
  const catchUp = search.catchUp ?? false
  const { data, error, isPlaceholderData, dataUpdatedAt } = useQuery({
    ...api.dunning.propose.queryOptions({ input: { asOf, catchUp } }),
    placeholderData: keepPreviousData,
  })
  const ticks = useTicks(data?.letters)
  const { issue, isPending } = useIssue(asOf, catchUp)
  const side = useRef<HTMLDivElement>(null)
  const change = (part: typeof search) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const setDay = (day: string | null) => day && change({ asOf: day === today ? undefined : day })
  const letter =
    data?.letters.find(({ key }) => key === search.letter) ?? groupByLevel(data?.letters ?? [])[0]?.letters[0] ?? null

  return (
    <>
      <PageHeader
        title={t('dunning:proposal.title')}
        actions={
          <Group gap="md" wrap="nowrap">
            <Checkbox
              label={t('dunning:proposal.catchUp')}
              checked={catchUp}
              onChange={(event) => change({ catchUp: event.currentTarget.checked || undefined })}
            />
            <DayInput aria-label={t('dunning:proposal.day')} value={asOf} onChange={setDay} />
          </Group>
        }
      >
        <DunningTabs value="proposal" />
      </PageHeader>
      <ErrorNote error={error} />
      {data && data.letters.length === 0 && data.skipped.length === 0 && <NothingLate asOf={asOf} onDay={setDay} />}
      {data && (data.letters.length > 0 || data.skipped.length > 0) && (
        <>
          <ProposalFigures proposal={data} ticked={ticks.ticked} />
          <ProblemsNote letters={data.letters} />
          <div
            className={classes.bench}
            data-stale={isPlaceholderData || undefined}
            data-wide-side={data.letters.length === 0 || isWide(search.side) || undefined}
          >
            <div className={classes.column}>
              {data.letters.length === 0 ? (
                <WaitingItems proposal={data} onDay={setDay} />
              ) : (
                <ProposalList
                  letters={data.letters}
                  ticked={ticks.keys}
                  onTick={ticks.tick}
                  selectedKey={letter?.key ?? null}
                  onSelect={({ key }) => change({ letter: key, ...(isWide(search.side) && { side: undefined }) })}
                  onOpen={() => side.current?.focus()}
                />
              )}
            </div>
            <div className={classes.column} ref={side} tabIndex={-1}>
              <ProposalSide
                proposal={data}
                letter={letter}
                catchUp={catchUp}
                readAt={dataUpdatedAt}
                tab={search.side ?? (data.letters.length === 0 ? 'skipped' : 'preview')}
                onTab={(tab) => change({ side: tab })}
              />
            </div>
          </div>
          {data.letters.length > 0 && (
            <IssueBar
              asOf={asOf}
              catchUp={catchUp}
              letters={ticks.ticked}
              waiting={data.letters.filter(waitsForApproval)}
              issuing={isPending}
              onIssue={issue}
            />
          )}
        </>
      )}
    </>
  )
}
