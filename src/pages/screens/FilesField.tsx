/** «Файлы» of the report: a chooser, and a line for each file with its size, how far it is, or why not. */

import { useRef } from 'preact/hooks'
import { acceptedFiles, type PickedFile } from '../../domain/deal/attachedFile'
import { text } from '../text.ru'
import type { Upload, Uploads } from '../uploads'

const words = text.attach

/** Named as types too: with extensions alone a phone offers no camera. */
const accepted = `image/jpeg,image/png,${acceptedFiles}`

interface Props {
  readonly hint: string
  readonly list: readonly Upload[]
  readonly uploads: Uploads
  /** The person did something about the files. */
  readonly onAct: () => void
}

export function FilesField({ list, uploads, onAct, hint }: Props) {
  const chooser = useRef<HTMLInputElement>(null)
  /** The pressed button goes with its line, so the focus moves on. */
  const act = (deed: () => void) => () => {
    onAct()
    deed()
    chooser.current?.focus()
  }
  return (
    <fieldset>
      <legend>{words.title}</legend>
      <label class="pick">
        {words.choose}
        <input
          ref={chooser}
          type="file"
          multiple
          accept={accepted}
          aria-describedby="attach-hint"
          onChange={({ currentTarget }) => {
            const files: readonly PickedFile[] = [...(currentTarget.files ?? [])]
            currentTarget.value = ''
            act(() => uploads.choose(files))()
          }}
        />
      </label>
      <span class="hint" id="attach-hint">
        {hint}
      </span>
      <ul aria-live="polite">
        {list.map((one) => (
          <FileLine key={one.id} of={one} again={act(() => uploads.again(one.id))} remove={act(() => uploads.remove(one.id))} />
        ))}
      </ul>
    </fieldset>
  )
}

interface LineProps {
  readonly of: Upload
  readonly again: () => void
  readonly remove: () => void
}

function FileLine({ of: { name, state, file, why, repeats }, again, remove }: LineProps) {
  const size = file === null ? [] : [words.size(file.size)]
  return (
    <li class={state}>
      <span>{name}</span>
      <span class="hint">{[...size, words.state[state]].join(' · ')}</span>
      {(state === 'failed' || state === 'waiting') && (
        <>
          {why !== '' && <p class="trouble">{why}</p>}
          <span class="steps">
            {repeats && (
              <button type="button" aria-label={words.of(words.again, name)} onClick={again}>
                {words.again}
              </button>
            )}
            <button type="button" aria-label={words.of(words.remove, name)} onClick={remove}>
              {words.remove}
            </button>
          </span>
        </>
      )}
    </li>
  )
}
