import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef } from 'react'

type Address = Omit<ComponentPropsWithRef<'a'>, 'color'>

const ButtonAddress = (props: ButtonProps & Address) => <Button component="a" {...props} />
const AnchorAddress = (props: AnchorProps & Address) => <Anchor {...props} />

/** A button that goes to a screen; address, parameters and filters are checked like those of `Link`. */
export const ButtonLink = createLink(ButtonAddress)
export const AnchorLink = createLink(AnchorAddress)
