/** «Персональные данные»: forget somebody, whose term is over, what is kept where, in a spreadsheet of its own or not. */

import type { PersonalModel, PersonalTab } from '../../models/personal/personal'
import { personal as text } from '../../models/personal/personal.ru'
import { ways as waysText } from '../../models/personal/ways.ru'
import { common } from '../../text/common.ru'
import { Button } from '../parts/Button'
import { TroubleNotice } from '../parts/Notices'
import { ScreenTitle } from '../parts/ScreenTitle'
import { Segments } from '../parts/Segments'
import { ForgetPerson } from './ForgetPerson'
import { PersonalDue } from './PersonalDue'
import { PersonalPlaces } from './PersonalPlaces'
import { PersonalWays } from './PersonalWays'
import { VaultBar, VaultPart } from './VaultPart'

export function PersonalScreen({ model }: { readonly model: PersonalModel }) {
  const { tab, finder } = model
  const options = Object.entries(text.tabs).map(([value, title]) => ({ value, title }))
  return (
    <main class="dialog personal">
      <div class="dialog-top">
        <ScreenTitle>{text.title}</ScreenTitle>
        <Segments
          label={text.sections}
          name="personal-tab"
          value={tab.value}
          options={options}
          onChoose={(value) => model.show(value as PersonalTab)}
        />
        <TroubleNotice caller={finder} />
      </div>
      <div class="dialog-body">
        {tab.value === 'person' && <ForgetPerson model={model} />}
        {tab.value === 'due' && <PersonalDue model={model} />}
        {tab.value === 'map' && <PersonalPlaces model={model} />}
        {tab.value === 'vault' && <VaultPart model={model.vault} />}
        {tab.value === 'ways' && <PersonalWays model={model} />}
      </div>
      <Bar model={model} />
    </main>
  )
}

/** The blue action is that of the part on screen. */
function Bar({ model }: { readonly model: PersonalModel }) {
  const { tab, ways, caller, chosen, look, reason, picked, progress, due, kept } = model
  const isDone = progress.value !== null
  const isDue = tab.value === 'due' && (due.value?.clients.length ?? 0) > 0
  const canForget = look.value !== null && reason.value.trim().length > 2 && !isDone
  return (
    <div class="dialog-bar">
      <Button onClick={model.close}>{common.close}</Button>
      {tab.value === 'person' && chosen.value !== null && (
        <>
          <Button name="save" caller={caller} disabled={isDone} onClick={() => void model.save()}>
            {text.save}
          </Button>
          <Button look="primary" name="forget" caller={caller} disabled={!canForget} onClick={() => void model.forget()}>
            {text.forget}
          </Button>
        </>
      )}
      {tab.value === 'vault' && <VaultBar model={model.vault} />}
      {isDue && (
        <Button name="keep" caller={caller} disabled={kept.value} onClick={() => void model.keepDue()}>
          {text.seen}
        </Button>
      )}
      {tab.value === 'ways' && (
        <Button look="primary" name="save" caller={ways.caller} disabled={!ways.canSave.value} onClick={() => void ways.save()}>
          {waysText.save}
        </Button>
      )}
      {isDue && (
        <Button
          look="primary"
          name="forget"
          caller={caller}
          disabled={picked.value.length === 0 || (progress.value?.left ?? 0) > 0}
          onClick={() => void model.forgetDue()}
        >
          {text.forgetDue(picked.value.length)}
        </Button>
      )}
    </div>
  )
}
