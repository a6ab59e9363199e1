import { z } from 'zod'

// The page's policy forbids compiling code at run time, which zod would otherwise try. Imported before any schema.
z.config({ jitless: true })
