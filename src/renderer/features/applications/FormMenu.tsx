import { Button, type ButtonProps, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { saveFile } from '../../api/download.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useT } from '../../app/i18n.ts'

type Language = 'fr' | 'en'
type Props = ButtonProps & {
  /** Makes the form in a language. */
  make: (language: Language) => Promise<{ name: string; file: Blob }>
  children: ReactNode
}

/** A form to send, in the language of whoever fills it in. */
export const FormMenu = ({ make, children, ...button }: Props) => {
  const t = useT()
  const failed = useErrorToast()
  const making = useMutation({
    mutationFn: make,
    onSuccess: ({ name, file }) => saveFile(name, file),
    onError: failed,
  })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          {...button}
          loading={making.isPending}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {children}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['fr', 'en'] as const).map((language) => (
          <Menu.Item key={language} onClick={() => making.mutate(language)}>
            {t(`applications:language.${language}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
