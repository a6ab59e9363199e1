import { Tabs } from '@mantine/core'
import type { Proposal, ProposedLetter } from '../../../main/core/dunning/dunning.contract.ts'
import { useT } from '../../app/i18n.ts'
import classes from './dunning.module.css'
import { FinishedList } from './FinishedList.tsx'
import { finishedOf } from './finished.ts'
import { ProposedDetail } from './ProposedDetail.tsx'
import { ProposedPages } from './ProposedPages.tsx'
import { SkippedList } from './SkippedList.tsx'

export type SideTab = 'preview' | 'detail' | 'skipped' | 'finished'

type Props = {
  proposal: Proposal
  letter: ProposedLetter | null
  catchUp: boolean
  /** When the proposal was read. */
  readAt: number
  tab: SideTab
  onTab: (tab: SideTab) => void
}

/** Beside the proposed letters: the page of the one chosen, its figures, or what is left out and why. */
export const ProposalSide = ({ proposal, letter, catchUp, readAt, tab, onTab }: Props) => {
  const t = useT()
  const finished = finishedOf(proposal.skipped)
  return (
    <Tabs
      value={tab}
      onChange={(next) => next && onTab(next as SideTab)}
      style={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}
    >
      <Tabs.List>
        <Tabs.Tab value="preview">{t('dunning:proposal.preview')}</Tabs.Tab>
        <Tabs.Tab value="detail">{t('dunning:proposal.detail')}</Tabs.Tab>
        <Tabs.Tab value="skipped">{t('dunning:proposal.whyCount', { count: proposal.skipped.length })}</Tabs.Tab>
        {finished.length > 0 && (
          <Tabs.Tab value="finished">{t('dunning:plan.bench.finished', { count: finished.length })}</Tabs.Tab>
        )}
      </Tabs.List>
      <Tabs.Panel value="preview" className={classes.sidePanel}>
        <ProposedPages letter={letter} asOf={proposal.asOf} catchUp={catchUp} readAt={readAt} />
      </Tabs.Panel>
      <Tabs.Panel value="detail" className={classes.sidePanel}>
        <ProposedDetail letter={letter} asOf={proposal.asOf} catchUp={catchUp} />
      </Tabs.Panel>
      <Tabs.Panel value="skipped" className={classes.sidePanel}>
        <SkippedList skipped={proposal.skipped} />
      </Tabs.Panel>
      <Tabs.Panel value="finished" className={classes.sidePanel}>
        <FinishedList customers={finished} />
      </Tabs.Panel>
    </Tabs>
  )
}
