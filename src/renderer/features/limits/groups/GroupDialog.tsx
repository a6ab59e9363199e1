import { CloseButton, Input, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useT } from '../../../app/i18n.ts'
import { CustomerInput } from '../../../components/CustomerInput.tsx'
import { FormDialog } from '../../../components/FormDialog.tsx'
import { Note } from '../../../components/Note.tsx'
import classes from '../limits.module.css'
import { type GroupRow, useGroups } from './useGroups.ts'

type Props = { group: GroupRow | null; onClose: () => void; onSaved: (id: string) => void }

/** Makes a group, or says who belongs to it. */
export const GroupDialog = ({ group, onClose, onSaved }: Props) => {
  const t = useT()
  const [name, setName] = useState(group?.name ?? '')
  const [note, setNote] = useState(group?.note ?? '')
  const [members, setMembers] = useState<{ id: string; name: string }[]>(group?.members ?? [])
  // Chosen customers leave the field at once: it is made anew for the next one.
  const [added, setAdded] = useState(0)
  const others = (useGroups().data?.groups ?? []).filter(({ id }) => id !== group?.id).flatMap((one) => one.members)
  const moving = members.filter(({ id }) => others.some((other) => other.id === id))
  const save = useCommand(api.limits.saveGroup.mutationOptions(), {
    done: t('limits:groups.form.done', { name: name.trim() }),
    onDone: ({ id }) => onSaved(id),
    quiet: true,
  })
  return (
    <FormDialog
      title={group ? t('limits:groups.form.edit', { name: group.name }) : t('limits:groups.form.title')}
      onClose={onClose}
      submit={t('limits:groups.form.submit')}
      disabled={name.trim() === ''}
      pending={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate({ ...(group && { id: group.id }), name, note, members: members.map(({ id }) => id) })}
    >
      <TextInput
        data-autofocus
        required
        label={t('limits:groups.form.name')}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <CustomerInput
        key={added}
        label={t('limits:groups.form.add')}
        value={null}
        onChange={(customer) => {
          if (!customer) return
          setMembers([...members.filter(({ id }) => id !== customer.id), customer])
          setAdded(added + 1)
        }}
      />
      {members.length > 0 && (
        <div>
          <Input.Label component="div">{t('limits:groups.form.members')}</Input.Label>
          <ul className={classes.members}>
            {members.map((member) => (
              <li key={member.id} className={classes.member}>
                <span className={classes.cut}>{member.name}</span>
                <CloseButton
                  size="sm"
                  aria-label={t('limits:groups.form.remove', { name: member.name })}
                  onClick={() => setMembers(members.filter(({ id }) => id !== member.id))}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
      {moving.length > 0 && (
        <Note tone="late" role="status">
          <Text size="sm">
            {t(moving.length === 1 ? 'limits:groups.form.moves' : 'limits:groups.form.movesMany', {
              names: moving.map((one) => one.name).join(', '),
            })}
          </Text>
        </Note>
      )}
      <Textarea
        autosize
        minRows={1}
        maxLength={500}
        label={t('limits:groups.form.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
