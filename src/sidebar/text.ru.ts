/** Every sentence of the sidebar, in Russian, by screen; those of the wide dialogs stand in text/dialogs.ru.ts. */

import { card } from './text/card.ru'
import { common, letters } from './text/common.ru'
import { intake } from './text/intake.ru'
import { merge } from './text/merge.ru'
import { holds, moves } from './text/moves.ru'
import { slots } from './text/slots.ru'
import { header, today } from './text/today.ru'

export const text = { common, letters, header, today, intake, merge, slots, moves, holds, card } as const
