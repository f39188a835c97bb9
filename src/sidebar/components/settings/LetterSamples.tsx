/** «Письма» in the settings: a kind chosen, the letter below, «прислать мне». */

import type { LetterSamples as Model } from '../../models/dialogs/letterSamples'
import { settings as text } from '../../text/settings.ru'
import { Button } from '../parts/Button'
import { SelectField } from '../parts/Field'
import { GoodNotice, TroubleNotice } from '../parts/Notices'

export function LetterSamples({ model, maySend }: { readonly model: Model; readonly maySend: boolean }) {
  const { letters, shown, sent, caller } = model
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">{text.letters}</h2>
      {letters.value.length === 0 && (
        <Button name="samples" caller={caller} onClick={() => void model.load()}>
          {text.showLetters}
        </Button>
      )}
      <TroubleNotice caller={caller} />
      {shown.value && (
        <div class="letter-samples">
          <SelectField
            id="letter-kind"
            label={text.letterKind}
            value={shown.value.kind}
            options={letters.value.map(({ kind, title }) => ({ value: kind, title }))}
            onType={model.show}
          />
          <strong>{shown.value.subject}</strong>
          <iframe sandbox="" title={text.preview} srcDoc={shown.value.html} />
          {maySend && (
            <Button name="test" caller={caller} onClick={() => void model.send()}>
              {text.sendMe}
            </Button>
          )}
          {sent.value && <GoodNotice>{sent.value}</GoodNotice>}
        </div>
      )}
    </section>
  )
}
