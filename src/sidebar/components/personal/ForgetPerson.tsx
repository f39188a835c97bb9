/** Whom, how much of him, what goes and what stays, why. */

import type { RemovalKind } from '../../../domain/client/personal/scope'
import type { ForgetLook } from '../../../rpc/personalContract'
import type { Match, PersonalModel } from '../../models/personal/personal'
import { personal as text } from '../../models/personal/personal.ru'
import { Button } from '../parts/Button'
import { TextField } from '../parts/Field'
import { TroubleNotice, Waiting, WarningNotice } from '../parts/Notices'
import { ForgetDone, UnderWay } from './ForgetDone'

interface Props {
  readonly model: PersonalModel
}

export function ForgetPerson({ model }: Props) {
  const { chosen } = model
  return (
    <>
      <UnderWay model={model} />
      {chosen.value === null ? <Search model={model} /> : <Chosen model={model} match={chosen.value} />}
    </>
  )
}

function Search({ model }: Props) {
  const { query, matches, finder } = model
  return (
    <form
      class="personal-search"
      onSubmit={(event) => {
        event.preventDefault()
        void model.find()
      }}
    >
      <TextField id="personal-search" label={text.search} value={query.value} onType={model.type} />
      <Button look="primary" submit name="find" caller={finder} disabled={query.value.trim() === ''}>
        {text.find}
      </Button>
      {finder.busy.value === 'find' && <Waiting>{text.searching}</Waiting>}
      {matches.value === null && finder.busy.value === '' && <p class="faint">{text.teach}</p>}
      {matches.value?.length === 0 && finder.busy.value === '' && <p class="faint">{text.nobody}</p>}
      <ul class="personal-matches">
        {matches.value?.map((match) => (
          <li key={`${match.client}-${match.deal}`}>
            <Button label={labelOf(match)} onClick={() => model.choose(match)}>
              {match.organisation || match.contact || whoOf(match)}
            </Button>
            <span class="faint">{[match.contact, whoOf(match)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </form>
  )
}

function whoOf({ client, deal }: Match): string {
  return client === null ? text.deal(deal ?? 0) : text.card(client)
}

function labelOf({ client, deal, organisation }: Match): string {
  return `${organisation}: ${client === null ? text.chooseDeal(deal ?? 0) : text.choose(client)}`
}

function Chosen({ model, match }: { readonly model: PersonalModel; readonly match: Match }) {
  const { kind, look, caller, progress, reason } = model
  const kinds = match.client === null ? (['contact'] as const) : (Object.keys(text.kinds) as RemovalKind[])
  return (
    <>
      <div class="row between">
        <div>
          <strong>{match.organisation || match.contact}</strong> <span class="faint">{whoOf(match)}</span>
        </div>
        <Button look="link" onClick={() => model.choose(null)}>
          {text.other}
        </Button>
      </div>
      {progress.value === null && kinds.length > 1 && (
        <fieldset class="personal-kinds">
          <legend>{text.kind}</legend>
          {kinds.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="personal-kind"
                id={`personal-${one}`}
                checked={kind.value === one}
                onChange={() => model.setKind(one)}
              />
              {text.kinds[one]}
            </label>
          ))}
        </fieldset>
      )}
      <TroubleNotice caller={caller} />
      {caller.busy.value === 'look' && <Waiting>{text.looking}</Waiting>}
      {progress.value === null && look.value && <Look model={model} look={look.value} />}
      {progress.value === null && look.value && (
        <TextField
          id="personal-reason"
          label={text.reason}
          hint={text.reasonHint}
          required
          value={reason.value}
          onType={model.typeReason}
        />
      )}
      <ForgetDone model={model} />
    </>
  )
}

function Look({ model, look }: { readonly model: PersonalModel; readonly look: ForgetLook }) {
  const goes = look.goes.filter(({ found }) => found > 0)
  return (
    <>
      {look.booked > 0 && <WarningNotice>{text.booked(look.booked)}</WarningNotice>}
      {look.open > look.booked && <WarningNotice>{text.open(look.open - look.booked)}</WarningNotice>}
      {look.likely.length > 0 && <Likely model={model} look={look} />}
      <div class="personal-look">
        <section>
          <h2>{text.goesTitle}</h2>
          {goes.length === 0 && <p>{text.nothingGoes}</p>}
          <ul>
            {goes.map(({ place, found }) => (
              <li key={place}>{text.goes(place, found)}</li>
            ))}
          </ul>
          {!look.isWhole && <p class="faint">{text.atLeast}</p>}
        </section>
        <section>
          <h2>{text.staysTitle}</h2>
          <ul>
            {text.stays(look).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p class="faint">{text.outside}</p>
        </section>
      </div>
    </>
  )
}

function Likely({ model, look }: { readonly model: PersonalModel; readonly look: ForgetLook }) {
  return (
    <fieldset class="personal-kinds">
      <legend>{text.likely}</legend>
      {look.likely.map(({ id, organisation }) => (
        <label key={id}>
          <input type="checkbox" id={`personal-also-${id}`} checked={model.also.value.includes(id)} onChange={() => model.toggleAlso(id)} />
          {text.alsoCard(id, organisation)}
        </label>
      ))}
    </fieldset>
  )
}
