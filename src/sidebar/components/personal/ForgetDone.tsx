/** How far forgetting has come, and what is left to a hand. */

import type { PersonalModel } from '../../models/personal/personal'
import { personal as text } from '../../models/personal/personal.ru'
import { Button } from '../parts/Button'
import { GoodNotice, Waiting, WarningNotice } from '../parts/Notices'

interface Props {
  readonly model: PersonalModel
}

export function ForgetDone({ model: { progress, saved } }: Props) {
  const value = progress.value
  return (
    <>
      {saved.value && value === null && <GoodNotice>{text.saved}</GoodNotice>}
      {value !== null && value.left > 0 && <Waiting>{text.progress(value)}</Waiting>}
      {value !== null && value.left === 0 && <GoodNotice>{text.done}</GoodNotice>}
      {value !== null && value.left === 0 && <FilesLeft ids={value.filesLeft} />}
    </>
  )
}

/** Somebody's forgetting was begun before. */
export function UnderWay({ model: { map, progress, caller, goOn } }: Props) {
  const left = map.value?.progress.left ?? 0
  if (left === 0 || progress.value !== null) return null
  return (
    <WarningNotice>
      {text.under(left)}{' '}
      <Button look="link" name="goOn" caller={caller} onClick={() => void goOn()}>
        {text.goOn}
      </Button>
    </WarningNotice>
  )
}

export function FilesLeft({ ids }: { readonly ids: readonly string[] }) {
  if (ids.length === 0) return null
  return (
    <WarningNotice>
      {text.filesLeft(ids.length)}
      <ul>
        {ids.map((id, at) => (
          <li key={id}>
            <a href={`https://drive.google.com/file/d/${encodeURIComponent(id)}/view`} target="_blank" rel="noopener">
              {text.file(at + 1)}
            </a>
          </li>
        ))}
      </ul>
    </WarningNotice>
  )
}
