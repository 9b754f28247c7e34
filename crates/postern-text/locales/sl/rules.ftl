# Vpis. See the English file for what each message is for.

reason-locked-too-often-unfamiliar = { $count ->
    [one] Vpis iz neznanih virov je bil v 24 urah zaklenjen { $count }-krat.
    [two] Vpis iz neznanih virov je bil v 24 urah zaklenjen { $count }-krat.
    [few] Vpis iz neznanih virov je bil v 24 urah zaklenjen { $count }-krat.
   *[other] Vpis iz neznanih virov je bil v 24 urah zaklenjen { $count }-krat.
}
reason-locked-too-often-familiar = { $count ->
    [one] Vpis iz znanih virov je bil v 24 urah zaklenjen { $count }-krat.
    [two] Vpis iz znanih virov je bil v 24 urah zaklenjen { $count }-krat.
    [few] Vpis iz znanih virov je bil v 24 urah zaklenjen { $count }-krat.
   *[other] Vpis iz znanih virov je bil v 24 urah zaklenjen { $count }-krat.
}
evidence-success-during-spray = Vpis iz neznanega vira je uspel, medtem ko so se preizkušala gesla na veliko računih.
evidence-old-password-from-strange-place = Prejšnje geslo računa je bilo preizkušeno iz vira, ki ga ta račun še ni uporabil.
evidence-outside-pinned-sources = Nekdo s pravilnim geslom je prišel iz vira, na katerega račun ni vezan.
reason-outside-pinned-sources = Račun je vezan na svoje vire, pošta pa je prišla iz drugega.

## Spray mode: many accounts are tried at once

event-spray-started = Način množičnega ugibanja se je začel
event-spray-ended = Način množičnega ugibanja se je končal
spray-now = Način množičnega ugibanja od { $since }: v eni uri so bila napačna gesla preizkušena na veliko računih. Dokler to traja, se vpis iz neznanih virov zaklene po manj neuspešnih poskusih.
spray-observed = Množično ugibanje se opazuje od { $since }: v eni uri so bila napačna gesla preizkušena na veliko računih. Noben prag ni znižan.
spray-tried = Računi, preizkušeni v eni uri: { $count }
mail-spray-started-subject = Veliko računov je napadenih
mail-spray-started-first-line = Od { $since } se na veliko računih iz neznanih virov preizkušajo napačna gesla.
mail-spray-ended-subject = Napad na veliko računov je končan
mail-spray-ended-first-line = Napad, ki se je začel { $since }, je končan ali pa se je zlil z običajnim šumom.
mail-spray-most = Največ računov, preizkušenih v eni uri: { $count }
mail-spray-threshold = Način množičnega ugibanja se začne pri: { $count }
mail-spray-means = Dokler to traja, se vpis iz neznanih virov zaklene po manj neuspešnih poskusih. Znanih virov to ne zadeva.
mail-spray-observed = Način množičnega ugibanja se samo opazuje: noben prag ni bil znižan.
mail-spray-look = Uspešni vpisi iz neznanih virov v tem času so kot dokazi v dnevniku nadzora:

## Presets

policy-contradiction = { $lower } ne sme biti večje od { $upper }. { $reason }
policy-conflict-known-place-stricter = Viru, ki ga račun pozna, bi zaupali manj kot neznanemu.
policy-conflict-first-lock-above-longest = Prvi zaklep bi bil daljši od najdaljšega.
policy-conflict-closes-before-lock = Vpis bi se zaprl, preden bi se sploh kdaj zaklenil.
policy-conflict-lock-could-be-passed = Toliko hkratnih poskusov bi lahko obšlo zaklep.
policy-conflict-address-after-network = Naslov bi bil blokiran pozneje kot celotno omrežje okoli njega.
policy-conflict-looser-during-spray = Med napadom na veliko računov bi imeli neznanci več poskusov ugibanja kot običajno.
policy-conflict-never-acts = Prvo pravilo ne bi nikoli delovalo, ker drugo vedno deluje pred njim.
policy-conflict-hour-above-day = Ura ne more obsegati več kot dan, v katerem je.
policy-conflict-watched-looser = Nadzorovan račun bi imel več svobode kot vsi drugi.
policy-would-change = { $name } bi postalo { $to }. Zdaj: { $from }
policy-nothing-differs = Nič se ne razlikuje od tega vnaprej pripravljenega pravilnika.
preset-microsoft = Kot Microsoft Entra smart lockout privzeto: 10 neuspešnih poskusov, 60 sekund. Brez trde meje.
preset-standard = Kar dobi nova namestitev.
preset-strict = Kot Microsoft Entra za državne organe ZDA: 3 neuspešni poskusi. Viri se blokirajo prej, 50 zaporednih neuspešnih poskusov pa zapre vpis.
preset-sending-small-office = Pošiljanje, kot ga ima nova namestitev: omeji več kot 30 novih prejemnikov na uro ali 60 na dan; največ 1000 prejemnikov na dan.
preset-sending-strict = Pošiljanje za šole in ponudnike gostovanja: 20 novih prejemnikov na uro, 40 na dan; največ 400 prejemnikov na dan.
preset-sending-relaxed = Pošiljanje za tiste, ki pišejo številnim neznancem: 50 novih prejemnikov na uro, 120 na dan; največ 2000 prejemnikov na dan.
preset-sending-microsoft = Pošiljanje, samo Microsoftove standardne meje: 500 prejemnikov na uro, 1000 na dan. Novi prejemniki se ne ločijo od znanih, zato počasen niz neželene pošte uide.
preset-sending-microsoft-strict = Pošiljanje, samo Microsoftove stroge meje: 400 prejemnikov na uro, 800 na dan. Novi prejemniki se ne ločijo od znanih, zato počasen niz neželene pošte uide.
policy-sticky-warning = Zaklepi, ki trajajo do preklica, omogočajo neznancem, da lastniku zaprejo vpis z novih krajev. Izberite jih samo tam, kjer se nekdo hitro odzove.
