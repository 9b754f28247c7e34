# Administratori, viņu lomas un sesijas, un programmu pilnvaras. See the English file for what each message is for.
admin-nav-admins = Administratori un lomas
admin-nav-tokens = API pilnvaras
admins-lede = { $count ->
    [zero] Loma sistēmā Postern ir { $count } kontiem.
    [one] Loma sistēmā Postern ir { $count } kontam.
   *[other] Loma sistēmā Postern ir { $count } kontiem.
}
admins-roles = Lomas
admins-domains = Tikai šiem domēniem
admins-domains-hint = Piemēram, contoso.example; vairākus atdaliet ar atstarpi. Tukšs lauks: visi domēni.
admins-only-for = tikai domēniem: { $domains }
admins-factor = Otrais faktors
admins-factor-no = nav iestatīts
admins-sessions = Atvērtās sesijas
admins-change = Mainīt lomas
admins-change-title = Lomu maiņa kontam { $account }
admins-change-done = Konta { $account } lomas ir mainītas.
admins-invite = Uzaicināt
admins-invite-title = Vai uzaicināt kontu { $account } administrēšanas centrā?
admins-invite-lede = Tiek izveidota saite otrā faktora iestatīšanai. Vecāka saite zaudē spēku. Līdz tam darbojas pašreizējais faktors.
admins-invite-link = Saite tikai šai personai. Tā redzama tikai tagad:
admins-end = Beigt sesijas
admins-end-title = Vai beigt visas konta { $account } sesijas?
tokens-lede = Programmas uzrāda pilnvaru, kad vaicā, izmantojot HTTP.
tokens-new = Jauna pilnvara
tokens-name = Programma
tokens-ends = Beidzas
tokens-scope-sign-in = Pārbaudīt pierakstīšanos tīmekļa pastam, VPN vai portālam
tokens-scope-role = Lietot API ar lomu „{ $role }”
tokens-add = Izveidot pilnvaru
tokens-text = Pilnvara. Tā redzama tikai tagad:
tokens-revoke = Atsaukt
tokens-revoke-title = Vai atsaukt programmas { $name } pilnvaru?
tokens-revoked = Programmas { $name } pilnvara ir atsaukta. Ar to vairs nekas netiek sākts.
tokens-made = Programmas { $name } pilnvara ir izveidota.
