import { Button, NumberInput, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { lowering, type ReasonCode, raising, type Weights } from '../../../main/core/worklist/worklist.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { signed } from './signed.ts'
import classes from './worklist.module.css'

const groups = [
  { titleKey: 'worklist:weights.raising', codes: raising, min: 0, max: 100 },
  { titleKey: 'worklist:weights.lowering', codes: lowering, min: -100, max: 0 },
] as const

/** What each reason weighs, as it is and as it was shipped. */
export const WeightsDialog = ({ onClose }: { onClose: () => void }) => {
  const { data } = useQuery(api.worklist.weights.queryOptions({ input: {} }))
  return data ? <Form {...data} onClose={onClose} /> : null
}

const Form = ({ weights, shipped, onClose }: { weights: Weights; shipped: Weights; onClose: () => void }) => {
  const t = useT()
  const readOnly = useReadOnly('configure')
  const [draft, setDraft] = useState(weights)
  const save = useCommand(api.worklist.saveWeights.mutationOptions(), {
    done: t('worklist:weights.done'),
    onDone: onClose,
    quiet: true,
  })
  const line = (code: ReasonCode, min: number, max: number) => {
    const label = t(`worklist:weight.${code}`)
    return [
      <label key={code} htmlFor={`weight-${code}`}>
        {label}{' '}
        {draft[code] !== shipped[code] && (
          <span className={classes.dim}>{t('worklist:weights.shipped', { points: signed(shipped[code]) })}</span>
        )}
      </label>,
      <NumberInput
        key={`${code}-points`}
        id={`weight-${code}`}
        data-autofocus={code === raising[0] || undefined}
        size="xs"
        min={min}
        max={max}
        clampBehavior="strict"
        allowDecimal={false}
        value={draft[code]}
        onChange={(value) => typeof value === 'number' && setDraft({ ...draft, [code]: value })}
      />,
    ]
  }
  return (
    <FormDialog
      title={t('worklist:weights.title')}
      onClose={onClose}
      size={880}
      submit={t('worklist:weights.submit')}
      disabled={readOnly}
      pending={save.isPending}
      error={save.error}
      summary={
        <Button variant="subtle" onClick={() => setDraft(shipped)}>
          {t('worklist:weights.reset')}
        </Button>
      }
      onSubmit={() => save.mutate({ weights: draft })}
    >
      <Text size="sm">{t('worklist:weights.about')}</Text>
      <div className={classes.groups}>
        {groups.map(({ titleKey, codes, min, max }) => (
          <section key={titleKey}>
            <Title order={3} className={classes.title}>
              {t(titleKey)}
            </Title>
            <div className={classes.weights}>{codes.map((code) => line(code, min, max))}</div>
          </section>
        ))}
      </div>
    </FormDialog>
  )
}
