// npm run build: out/, when what it is made of has changed.
import { build, command, install } from './setup.mjs'

await command(() => {
  install()
  build()
})
