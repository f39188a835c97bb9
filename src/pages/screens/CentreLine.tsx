/** Whose page it is: the centre's name and phone. */

import type { Centre } from '../../rpc/pageContract'
import { text } from '../text.ru'

export function CentreLine({ centre }: { readonly centre: Centre }) {
  return (
    <header>
      <b>{centre.name}</b>
      {centre.phone !== '' && (
        <span>
          {text.phone}: <a href={`tel:${centre.phone.replace(/[^\d+]/g, '')}`}>{centre.phone}</a>
        </span>
      )}
    </header>
  )
}
