# Povezave: kdo sprašuje Postern, kam piše, kaj bere in kaj potrebujejo poštni strežniki. See the English file for what each message is for.
admin-nav-connections = Povezave
connections-lede-ok = Nič od nastavljenega nima napake.
connections-lede-bad = { $count ->
    [one] Pregledati je treba { $count } povezavo.
    [two] Pregledati je treba { $count } povezavi.
    [few] Pregledati je treba { $count } povezave.
   *[other] Pregledati je treba { $count } povezav.
}
connections-trouble = Kar zapiše Postern, ne prispe
connections-asks = Kontrolne točke: kjer poštni strežniki sprašujejo Postern
connections-head-gate = Kontrolna točka
connections-head-listen = Naslov ali datoteka
connections-head-asked = Zadnje vprašanje
connections-gate-auth-policy = Dovecot, ob vsakem vpisu
connections-gate-postfix-policy = Postfix, ob vsakem prejemniku
connections-gate-milter = Postfix, z vsakim celim sporočilom
connections-gate-mail-log = Postfixov poštni dnevnik
connections-proxied = { $listen }, za posredniškim strežnikom
connections-never = Nihče od zagona { $since }
connections-never-told = Nič od zagona { $since }
connections-not-set-up = Ni nastavljeno
connections-writes = Kam Postern piše
connections-head-place = Mesto
connections-head-last = Zadnje potrdilo
connections-head-waiting = Čaka
connections-no-receipt = Zadnje čase ni bilo treba ničesar zapisati
connections-start-done = V celoti zapisano ob zagonu { $when }
connections-start-failed = Ob zagonu { $when } ni bilo zapisano. Vzrok: { $message }
connections-last-done = Pred tem v veljavi: { $when }
connections-reads = Kaj Postern bere
connections-places-none = Brez [geo] ni vidno, iz katere države je prišel vpis.
connections-log-none = Brez [gates.mail_log] Postern ne izve, kako so drugi strežniki sprejeli pošto.
connections-breached = Seznam razkritih gesel: { $path }
connections-breached-none = Brez passwords.breached_file so zavrnjena samo gesla z vgrajenega seznama pogostih gesel.
connections-addresses = Naslovi odjemalcev
connections-addresses-ok = V zadnjem dnevu z njimi ni bilo nič narobe.
connections-snippets = Za Dovecot in Postfix
connections-snippets-lede = Besedilo za lepljenje z naslovi in potmi tega strežnika. Koraki okoli njega so v docs/operate.
connections-snippet-key = Namesto change-this-key vpišite ključ iz gates.auth_policy.api_key. Namesto change-this-nonce vpišite svoje skrivno besedilo, ki se nikoli ne spremeni.
cli-health-asked = { $gate }: zadnje vprašanje { $when }
cli-health-never-asked = { $gate }: od zagona ni vprašal nihče
cli-health-point-waits = { $point }: ni v veljavi. Spremembe, ki čakajo: { $count }. Vzrok: { $message }
