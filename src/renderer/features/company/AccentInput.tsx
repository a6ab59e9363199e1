import { Group, TextInput, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../../app/i18n.ts'
import classes from './company.module.css'

const USUAL = ['#1f4e79', '#0b6e4f', '#7a1f3d', '#4a2c82', '#8a4b08', '#2b2d33']

type Props = { value: string; onChange: (colour: string) => void; error?: ReactNode }

/** A colour typed as `#rrggbb`, taken from the usual ones, or picked with the system's own picker. */
export const AccentInput = ({ value, onChange, error }: Props) => {
  const t = useT()
  return (
    <div>
      <TextInput
        label={t('company:letterhead.accent')}
        maxLength={7}
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        leftSection={
          <input
            type="color"
            className={classes.well}
            aria-label={t('company:letterhead.accentPick')}
            value={/^#[0-9a-f]{6}$/i.test(value) ? value : '#000000'}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        }
      />
      <Group gap={6} mt={8} role="group" aria-label={t('company:letterhead.accentUsual')}>
        {USUAL.map((colour) => (
          <UnstyledButton
            key={colour}
            className={classes.swatch}
            bg={colour}
            aria-label={colour}
            aria-pressed={colour === value.toLowerCase()}
            onClick={() => onChange(colour)}
          />
        ))}
      </Group>
    </div>
  )
}
