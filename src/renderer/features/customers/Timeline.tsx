import { Button, Text, Title } from '@mantine/core'
import {
  type Icon,
  IconArrowDownLeft,
  IconArrowsJoin2,
  IconBan,
  IconBuildingBank,
  IconCalendarDollar,
  IconCalendarOff,
  IconCircleCheck,
  IconClipboardCheck,
  IconClipboardText,
  IconClipboardX,
  IconFileDescription,
  IconFileImport,
  IconFileInvoice,
  IconFileMinus,
  IconFileOff,
  IconFileText,
  IconFileZip,
  IconGauge,
  IconGavel,
  IconHourglassLow,
  IconKey,
  IconListCheck,
  IconMail,
  IconMailbox,
  IconMailCheck,
  IconMailForward,
  IconMessage2Check,
  IconMessage2X,
  IconMessageCircleQuestion,
  IconMessages,
  IconPencil,
  IconPhone,
  IconPlayerPause,
  IconReceipt,
  IconReceipt2,
  IconReceiptOff,
  IconReceiptRefund,
  IconReportAnalytics,
  IconReportMoney,
  IconRotate,
  IconScale,
  IconScaleOutline,
  IconShoppingCart,
  IconSquareCheck,
  IconTruckDelivery,
  IconUserPlus,
} from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { TimelineEntry } from '../../../main/core/customers/customers.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import classes from './customers.module.css'
import { useEntryWords } from './useEntryWords.ts'

const PAGE = 60

const icons: Record<TimelineEntry['kind'], Icon> = {
  invoice: IconFileInvoice,
  credit_note: IconFileMinus,
  payment: IconArrowDownLeft,
  opening: IconFileInvoice,
  adjustment: IconRotate,
  letter: IconMail,
  call: IconPhone,
  hold: IconPlayerPause,
  dispute: IconMessageCircleQuestion,
  dispute_closed: IconGavel,
  proof: IconFileText,
  plan: IconCalendarDollar,
  plan_cancelled: IconCalendarOff,
  promise: IconMessage2Check,
  promise_cancelled: IconMessage2X,
  talk: IconMessages,
  task: IconListCheck,
  task_done: IconSquareCheck,
  message: IconMailForward,
  posted: IconMailbox,
  receipt: IconMailCheck,
  delivery: IconTruckDelivery,
  created: IconUserPlus,
  edited: IconPencil,
  merged: IconArrowsJoin2,
  imported: IconFileImport,
  limit: IconGauge,
  block: IconBan,
  unblock: IconCircleCheck,
  override: IconKey,
  order: IconShoppingCart,
  review_opened: IconClipboardText,
  review_decided: IconClipboardCheck,
  review_cancelled: IconClipboardX,
  rating: IconReportAnalytics,
  statement: IconReportMoney,
  register: IconBuildingBank,
  application: IconFileDescription,
  application_dropped: IconFileOff,
  handover: IconScale,
  handover_closed: IconScaleOutline,
  handover_step: IconGavel,
  handover_file: IconFileZip,
  charge_cost: IconReceipt,
  charge_paid: IconReceipt2,
  charge_waived: IconReceiptOff,
  charge_undone: IconReceiptRefund,
  write_off_proposed: IconFileMinus,
  write_off: IconFileMinus,
  write_off_refused: IconFileOff,
  write_off_recovered: IconArrowDownLeft,
  agreement: IconFileText,
  agreement_signed: IconFileText,
  account_statement: IconFileText,
  confirmation: IconFileDescription,
  confirmation_answer: IconMailCheck,
  space: IconFileDescription,
  space_withdrawn: IconFileOff,
  answer: IconMailCheck,
  answer_accepted: IconMailCheck,
  answer_declined: IconFileOff,
  claim_declared: IconGavel,
  goods_claimed: IconGavel,
  limitation_act: IconHourglassLow,
}

/** What happened with a customer, newest first: invoices, payments, letters, decisions, changes of its file. */
export const Timeline = ({ customerId }: { customerId: string }) => {
  const t = useT()
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    api.customers.timeline.infiniteOptions({
      input: (offset: number) => ({ id: customerId, offset, limit: PAGE }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => (last.more ? pages.length * PAGE : undefined),
    }),
  )
  const entries = data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <>
      <Title order={2} className={classes.title}>
        {t('customers:timeline.title')}
      </Title>
      <ErrorNote error={error} />
      {data && entries.length === 0 && (
        <Text c="dimmed" p="sm">
          {t('customers:timeline.empty')}
        </Text>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
      <ol className={classes.entries} tabIndex={0} aria-label={t('customers:timeline.title')}>
        {entries.map((entry, i) => (
          // An entry has no identity of its own, and the list only grows at its end.
          // biome-ignore lint/suspicious/noArrayIndexKey: as said above
          <Entry key={i} entry={entry} />
        ))}
        {hasNextPage && (
          <li>
            <Button
              variant="subtle"
              fullWidth
              size="compact-sm"
              loading={isFetchingNextPage}
              onClick={() => fetchNextPage()}
            >
              {t('customers:timeline.more')}
            </Button>
          </li>
        )}
      </ol>
    </>
  )
}

const Entry = ({ entry }: { entry: TimelineEntry }) => {
  const format = useFormat()
  const { what, more } = useEntryWords(entry)
  const Icon = icons[entry.kind]
  return (
    <li className={classes.entry}>
      <Icon size={16} stroke={1.5} aria-hidden />
      <span className={classes.entryText}>{what}</span>
      {entry.amount !== null && entry.currency !== null ? (
        <MoneyText amount={entry.amount} currency={entry.currency} />
      ) : (
        <span />
      )}
      <span />
      <span className={classes.entryDay}>{[format.day(entry.day), ...more].join(' · ')}</span>
    </li>
  )
}
