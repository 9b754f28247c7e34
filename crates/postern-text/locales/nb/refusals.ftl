# Hvorfor noe ble avvist, og hva man gjør. See the English file for what each message is for.

## En persons handling

refusal-not-allowed = Rollen din gir ikke tilgang til dette. Minst denne rollen kreves: { $role }. Ingenting er endret.
refusal-target-is-admin = Kontoen har rollen «{ $role }». Bare noen med en høyere rolle kan endre den. Ingenting er endret.
refusal-own-account = Du kan ikke gjøre dette med din egen konto. Spør en annen administrator.
refusal-last-global-admin = Dette er den siste globale administratoren. Gi noen andre rollen først.
refusal-for-all-domains-only = Rollen din gjelder bare enkelte domener, og dette gjelder hele organisasjonen. Spør en administrator med en rolle for alle domener. Ingenting er endret.
refusal-outside-domains = Rollen din gjelder ikke domenet til { $name }. Ingenting er endret.
refusal-global-admin-for-all-domains = Rollen global administrator gjelder alltid alle domener. Velg en annen rolle, eller la feltet for domener stå tomt. Ingenting er endret.
refusal-no-domain = «{ $text }» kan ikke leses som et domene. Skriv domener som contoso.example, høyst { $limit }. Ingenting er endret.
refusal-note-missing = Skriv en begrunnelse. Den kommer i revisjonsloggen og på brukerens side.
refusal-note-too-long = Begrunnelsen er lengre enn { $limit } byte. Gjør den kortere.
refusal-sending-not-restricted = Sendingen er ikke blokkert for denne kontoen. Det finnes ingen blokkering å fjerne.
refusal-sign-in-not-locked = Påloggingen er ikke låst for denne kontoen. Det finnes ikke noe å låse opp. Har en person blokkert påloggingen, velger du «Tillat pålogging».
refusal-sign-in-not-blocked = Påloggingen er ikke blokkert for denne kontoen. Det finnes ikke noe å tillate. Er påloggingen låst, velger du «Lås opp».
refusal-already-so = Slik er det allerede. Ingenting er endret.
refusal-end-in-the-past = Sluttidspunktet er passert. Velg et senere tidspunkt.
refusal-name-taken = En annen konto har navnet { $name }. Velg et annet navn, eller fjern det fra den kontoen først.
refusal-no-such-alias = Kontoen har ikke noe alias { $name }. Kontroller skrivemåten.
refusal-alias-is-primary = { $name } er primæradressen til kontoen, ikke et alias. Gi kontoen nytt navn hvis den skal endres.
refusal-too-many-aliases = Kontoen har så mange alias som den kan ha ({ $limit }). Fjern ett først.
refusal-too-many-groups = Kontoen ville få flere grupper enn den kan ha ({ $limit }). Fjern en først.
refusal-display-name = Visningsnavnet er lengre enn { $limit } byte eller inneholder kontrolltegn. Velg et kortere navn på én linje.
refusal-password-kept-elsewhere = Passordet til kontoen ligger utenfor Postern. Bytt det der. Ingenting er endret.

## Et påloggingsforsøk

sign-in-refused-blocked = Påloggingen er blokkert.
sign-in-refused-locked-unfamiliar = Påloggingen er låst for ukjente kilder til { $until }.
sign-in-refused-locked-familiar = Påloggingen er låst for kjente kilder til { $until }.
sign-in-refused-closed-unfamiliar = Påloggingen er stengt for ukjente kilder.
sign-in-refused-closed-familiar = Påloggingen er stengt for kjente kilder.
sign-in-refused-source-blocked = Kilden er sperret til { $until }.
sign-in-refused-too-many-at-once-unfamiliar = For mange samtidige forsøk fra ukjente kilder.
sign-in-refused-too-many-at-once-familiar = For mange samtidige forsøk fra kjente kilder.
sign-in-refused-no-reservation = Det kom ikke noe spørsmål før passordkontrollen. Kontroller at e-postserveren spør begge gangene.

## Et navn som ikke er et kontonavn

name-empty = Navnet er tomt. Skriv en adresse, for eksempel rob@contoso.example.
name-too-long = Navnet er lengre enn { $limit } byte. Gjør det kortere.
name-character = Navnet inneholder et mellomrom eller et kontrolltegn. Fjern det.
name-domain = Det som står etter @, er ikke et domenenavn. Kontroller skrivemåten.
