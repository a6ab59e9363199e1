import { ActionIcon, Checkbox, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { Piece } from '../../../main/core/claims/claims.contract.ts'
import { api, client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useFormat } from '../../app/format.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { Note } from '../../components/Note.tsx'
import type { TabProps } from './claim.input.ts'
import classes from './claims.module.css'

/** Beyond so many, invoices are counted instead of named. */
const MOST_NUMBERS = 3

/** The list of exhibits, each in or out, and what a court would ask for besides. */
export const PiecesTab = ({ detail: { handover }, changeable }: TabProps) => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const failed = useErrorToast()
  const { data, error } = useQuery(api.claims.pieces.queryOptions({ input: { handoverId: handover.id, language } }))
  const choose = useCommand(api.claims.leaveOut.mutationOptions())
  const save = useMutation({
    mutationFn: async ({ documentId, fileName }: Piece) => {
      const { file } = await client.documents.get({ id: documentId ?? '' })
      saveFile(fileName, file)
    },
    onError: failed,
  })
  if (!data) return <ErrorNote error={error} />
  const about = (items: readonly string[]) =>
    items.length === 0
      ? t('claims:pieces.all')
      : items.length > MOST_NUMBERS
        ? t('claims:pieces.invoices', { count: items.length })
        : items.join(', ')
  return (
    <>
      {data.missing.length === 0 ? (
        <Note tone="settled" title={t('claims:pieces.nothingMissing')} />
      ) : (
        <Note tone="late" title={t('claims:pieces.missingTitle')}>
          <ul className={classes.reasons}>
            {data.missing.map(({ kind, items }) => (
              <li key={kind}>
                {t(`claims:pieces.missing.${kind}`)}
                {items.length > 0 && ` (${about(items)})`}
              </li>
            ))}
          </ul>
          <Text size="sm" mt={6}>
            <AnchorLink
              to="/customers/$id"
              params={{ id: handover.customerId }}
              search={{ tab: 'proofs' }}
              underline="always"
            >
              {t('claims:pieces.add')}
            </AnchorLink>
          </Text>
        </Note>
      )}
      <table className={classes.table} aria-label={t('claims:pieces.list')}>
        <thead>
          <tr>
            <th className={classes.right}>{t('claims:pieces.number')}</th>
            <th>{t('claims:pieces.piece')}</th>
            <th className={classes.right}>{t('claims:pieces.day')}</th>
            <th>{t('claims:pieces.items')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {data.pieces.map((piece) => (
            <tr key={piece.key}>
              <td className={classes.right}>
                {changeable ? (
                  <Checkbox
                    size="xs"
                    label={piece.number ?? '–'}
                    aria-label={t('claims:pieces.keep', { piece: piece.title })}
                    checked={piece.number !== null}
                    onChange={(event) =>
                      choose.mutate({ handoverId: handover.id, piece: piece.key, out: !event.currentTarget.checked })
                    }
                  />
                ) : (
                  (piece.number ?? '–')
                )}
              </td>
              <td>
                {piece.title}
                {(piece.number === null || piece.documentId === null || piece.shown === 'listed') && (
                  <span className={classes.sub}>
                    {t(
                      piece.number === null
                        ? 'claims:pieces.leftOut'
                        : piece.documentId === null
                          ? 'claims:pieces.drawn'
                          : 'claims:pieces.listed',
                    )}
                  </span>
                )}
              </td>
              <td className={classes.right}>{piece.day ? format.day(piece.day) : ''}</td>
              <td>{about(piece.items)}</td>
              <td className={classes.right}>
                {piece.documentId && (
                  <ActionIcon
                    variant="subtle"
                    size="sm"
                    aria-label={t('claims:pieces.save', { name: piece.fileName })}
                    onClick={() => save.mutate(piece)}
                  >
                    <IconDownload size={16} />
                  </ActionIcon>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
